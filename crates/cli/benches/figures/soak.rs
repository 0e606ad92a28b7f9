//! The memory of a server under a steady mix of acts, questions and pages, over a time that `ASSIZE_SOAK_SECONDS` says.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::fleet::{act_once, made};
use crate::measure::{Aim, Broken, figure};
use crate::pages::signed_in;
use crate::places::Place;
use crate::process::{Server, run as command};

/// How many clients there are, each on a connection of its own.
const CLIENTS: usize = 4;
/// How long a client waits after each thing that it asks for: steady, and not as much as there can be.
const PAUSE: Duration = Duration::from_millis(20);
/// How many lines of memory are printed.
const LINES: u32 = 30;
/// What is looked at.
const PAGES: [&str; 8] = [
    "/",
    "/people",
    "/programmes",
    "/audits",
    "/findings",
    "/records/person",
    "/search?q=person",
    "/settings",
];

pub(crate) async fn run() -> Result<(), Broken> {
    let Ok(seconds) = std::env::var("ASSIZE_SOAK_SECONDS") else {
        println!("ASSIZE_SOAK_SECONDS is not set: not measured");
        return Ok(());
    };
    let time = Duration::from_secs(seconds.parse()?);
    let place = match Place::postgres().await? {
        Some(place) => place,
        None => Place::sqlite()?,
    };
    println!("{} s on {}", time.as_secs(), place.name);
    tokio::task::block_in_place(|| soaked(&place, time))
}

fn soaked(place: &Place, time: Duration) -> Result<(), Broken> {
    let token = made(place)?;
    let server = Server::start(place.folder.path())?;
    let said = command(place.folder.path(), &["link", "--at", &server.base])?;
    let cookie = signed_in(&server, said.get("link").and_then(Value::as_str).ok_or("no link was printed")?)?;
    let (ends, asked) = (AtomicBool::new(false), AtomicU64::new(0));
    let mut memory = Vec::new();
    std::thread::scope(|scope| -> Result<(), Broken> {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (base, token, cookie, ends, asked) =
                    (server.base.as_str(), &token, &cookie, &ends, &asked);
                scope.spawn(move || one_client(number, base, (token, cookie), ends, asked))
            })
            .collect();
        let begun = Instant::now();
        let watched = (1..=LINES).try_for_each(|line| {
            std::thread::sleep((time * line / LINES).saturating_sub(begun.elapsed()));
            let megabytes = server.memory()?;
            println!(
                "    after {:>6.0} s: {megabytes:>8.1} MB resident, {} requests",
                begun.elapsed().as_secs_f64(),
                asked.load(Ordering::SeqCst)
            );
            memory.push(megabytes);
            Ok::<_, Broken>(())
        });
        ends.store(true, Ordering::SeqCst);
        for client in clients {
            client.join().map_err(|_| "a client fell")??;
        }
        watched
    })?;
    // What it takes once is taken in the first third.
    let (third, last) = (memory.get(memory.len() / 3), memory.last());
    figure("resident memory in the end", "MB", &last.copied().into_iter().collect::<Vec<_>>(), Aim::Low);
    let grown = last.zip(third).map(|(last, third)| last - third);
    figure("    more than after a third of the time", "MB", &grown.into_iter().collect::<Vec<_>>(), Aim::Low);
    Ok(())
}

fn one_client(
    number: usize,
    base: &str,
    (token, cookie): (&str, &str),
    ends: &AtomicBool,
    asked: &AtomicU64,
) -> Result<(), Broken> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    for (turn, page) in (0_u64..).zip(PAGES.iter().cycle()) {
        if ends.load(Ordering::SeqCst) {
            break;
        }
        act_once(&agent, base, token, &format!("Person {number} {turn}"))?;
        let listed = agent.get(format!("{base}/api/v1/records/person?limit=50"));
        for request in [
            listed.header("authorization", format!("Bearer {token}")),
            agent.get(format!("{base}{page}")).header("cookie", cookie),
        ] {
            let mut answer = request.call()?;
            answer.body_mut().read_to_vec()?;
            if answer.status().as_u16() != 200 {
                return Err(format!("{page} answers {}", answer.status()).into());
            }
            std::thread::sleep(PAUSE);
        }
        asked.fetch_add(3, Ordering::SeqCst);
    }
    Ok(())
}
