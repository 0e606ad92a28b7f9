//! A line between a browser and the server, which can be cut: for everything in the browser, and while something is under way.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// How a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// What is sent arrives, and so do answers.
    Whole,
    /// What is sent arrives, and no answer comes back.
    OneWay,
    /// Nothing arrives.
    Cut,
}

struct State {
    how: How,
    open: Vec<TcpStream>,
}

/// The line.
pub struct Line {
    base: String,
    state: Arc<Mutex<State>>,
}

impl Line {
    /// A line to a server.
    pub fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State { how: How::Whole, open: Vec::new() }));
        let (server, shared) = (server.to_owned(), Arc::clone(&state));
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                join(client, &server, &shared);
            }
        });
        Self { base, state }
    }

    /// The address at which the server is found by the line.
    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// Cuts it: what is under way ends where it is.
    pub fn cut(&self) {
        self.set(How::Cut);
    }

    /// Lets what is sent arrive, and no answer come back.
    pub fn one_way(&self) {
        self.set(How::OneWay);
    }

    /// Mends it.
    pub fn mend(&self) {
        self.set(How::Whole);
    }

    fn set(&self, how: How) {
        let mut state = self.state.lock().unwrap();
        state.how = how;
        for stream in state.open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

fn join(client: TcpStream, server: &str, shared: &Arc<Mutex<State>>) {
    let mut state = shared.lock().unwrap();
    if state.how == How::Cut {
        return;
    }
    let Ok(server) = TcpStream::connect(server) else { return };
    let both = || (client.try_clone().unwrap(), server.try_clone().unwrap());
    state.open.extend([both().0, both().1]);
    let is_deaf = state.how == How::OneWay;
    drop(state);
    let (from, to) = both();
    std::thread::spawn(move || carry(from, to, false));
    std::thread::spawn(move || carry(server, client, is_deaf));
}

/// Carries what comes, until it ends; an answer that is not to arrive ends the connection instead.
fn carry(mut from: TcpStream, mut to: TcpStream, is_deaf: bool) {
    let mut bytes = [0; 16 * 1024];
    while let Ok(len @ 1..) = from.read(&mut bytes) {
        if is_deaf || to.write_all(&bytes[..len]).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
