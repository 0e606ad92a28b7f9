//! A proxy between a replica and what it stands on, which can be slow, refuse, or say nothing any more.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::Duration;

/// What the proxy does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mode {
    /// It lets everything through.
    Passes = 0,
    /// It answers every request of HTTP with 503.
    Refuses = 1,
    /// It waits before it lets anything through.
    Slow = 2,
    /// It takes what comes and says nothing: a network that is cut.
    Silent = 3,
}

/// How long a slow one waits.
const SLOW: Duration = Duration::from_millis(250);
/// How often a connection looks what the proxy does now.
const LOOK: Duration = Duration::from_millis(50);

/// A proxy on a loopback address.
pub struct Proxy {
    pub port: u16,
    mode: Arc<AtomicU8>,
    refused: Arc<AtomicUsize>,
}

impl Proxy {
    /// Before a server on a port of this machine, or at `HOST:PORT`.
    pub fn before(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mode, refused) = (Arc::new(AtomicU8::new(0)), Arc::new(AtomicUsize::new(0)));
        let (its_mode, its_refused) = (Arc::clone(&mode), Arc::clone(&refused));
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(client) = client else { return };
                let (mode, refused, server) =
                    (Arc::clone(&its_mode), Arc::clone(&its_refused), server.clone());
                std::thread::spawn(move || serve(client, &server, &mode, &refused));
            }
        });
        Self { port, mode, refused }
    }

    /// From now on. Connections of before that went on end, unless it falls silent.
    pub fn is(&self, mode: Mode) {
        self.mode.store(mode as u8, Ordering::SeqCst);
    }

    /// How many requests it has refused.
    pub fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }
}

fn serve(client: TcpStream, server: &str, mode: &Arc<AtomicU8>, refused: &AtomicUsize) {
    if mode.load(Ordering::SeqCst) == Mode::Refuses as u8 {
        return refuse(client, refused);
    }
    let Ok(server) = TcpStream::connect(server) else { return };
    let began = mode.load(Ordering::SeqCst);
    let (Ok(from), Ok(to)) = (client.try_clone(), server.try_clone()) else { return };
    let other = Arc::clone(mode);
    let back = std::thread::spawn(move || pass(server, client, &other, began));
    pass(from, to, mode, began);
    let _ = back.join();
}

/// Lets through what comes, for as long as the proxy does what it did when the connection began.
fn pass(mut from: TcpStream, mut to: TcpStream, mode: &AtomicU8, began: u8) {
    let _ = from.set_read_timeout(Some(LOOK));
    let mut bytes = vec![0; 64 * 1024];
    loop {
        let now = mode.load(Ordering::SeqCst);
        if now == Mode::Silent as u8 {
            // The connection stands, and nobody hears anything.
            std::thread::sleep(LOOK);
            continue;
        }
        if now != began {
            break;
        }
        match from.read(&mut bytes) {
            Ok(0) => break,
            Ok(count) => {
                if now == Mode::Slow as u8 {
                    std::thread::sleep(SLOW);
                }
                if to.write_all(&bytes[..count]).is_err() {
                    break;
                }
            }
            Err(error)
                if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

/// Reads one request whole and answers that it cannot be done now.
fn refuse(client: TcpStream, refused: &AtomicUsize) {
    let Ok(mut answering) = client.try_clone() else { return };
    let mut asking = BufReader::new(client);
    let mut length = 0_u64;
    loop {
        let mut line = String::new();
        if asking.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        if line.trim_end().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let _ = std::io::copy(&mut asking.take(length), &mut std::io::sink());
    refused.fetch_add(1, Ordering::SeqCst);
    let _ = answering
        .write_all(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}
