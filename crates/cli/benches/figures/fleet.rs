//! Acts by replicas over one PostgreSQL: how many a second, and how long all but one in a hundred wait. One head row orders the acts of a store,
//! so more replicas are there for who reads and for when one falls, and not for more acts.

use std::sync::Mutex;
use std::time::Instant;

use serde_json::{Value, json};

use crate::measure::{Aim, Broken, figure};
use crate::places::Place;
use crate::process::{Server, run as command};

/// How many replicas there are.
const REPLICAS: [usize; 3] = [1, 2, 4];
/// How many clients ask at once, each on a connection of its own to one replica.
const CLIENTS: usize = 16;
/// How many acts a client asks for in a round.
const ACTS: usize = 100;
/// How often each is measured.
const TIMES: usize = 3;

pub(crate) async fn run() -> Result<(), Broken> {
    for replicas in REPLICAS {
        let Some(place) = Place::postgres().await? else { return Ok(()) };
        tokio::task::block_in_place(|| measured(&place, replicas))?;
    }
    Ok(())
}

/// Makes a store at a place, for processes that are started in its folder; its operator's token.
pub(crate) fn made(place: &Place) -> Result<String, Broken> {
    let settings = format!(
        "store = \"{}\"\nevidence = \"evidence\"\nlog = \"log\"\nkey_file = \"log.key\"\nsecret_file = \"secret.key\"\n",
        place.addresses.database
    );
    std::fs::write(place.path("assize.toml"), settings)?;
    let folder = place.folder.path();
    command(folder, &["init", "--name", "Fernhill Audit Practice"])?;
    let token = command(folder, &["token", "new", "--label", "bench"])?;
    Ok(token.get("token").and_then(Value::as_str).ok_or("no token was printed")?.to_owned())
}

fn measured(place: &Place, replicas: usize) -> Result<(), Broken> {
    let token = made(place)?;
    let servers =
        (0..replicas).map(|_| Server::start(place.folder.path())).collect::<Result<Vec<_>, Broken>>()?;
    let (mut rates, mut waits_of_rounds) = (Vec::new(), Vec::new());
    for time in 0..TIMES {
        let waits = Mutex::new(Vec::new());
        let begun = Instant::now();
        std::thread::scope(|scope| {
            let clients: Vec<_> = (0..CLIENTS)
                .map(|client| {
                    let (base, token, waits) =
                        (servers.get(client % replicas).map(|server| server.base.as_str()), &token, &waits);
                    scope.spawn(move || {
                        one_client(base.ok_or("no server")?, token, &format!("{time} {client}"), waits)
                    })
                })
                .collect();
            clients.into_iter().try_for_each(|client| client.join().map_err(|_| "a client fell")?)
        })?;
        rates.push((CLIENTS * ACTS) as f64 / begun.elapsed().as_secs_f64());
        let mut waits = waits.into_inner().map_err(|_| "a client fell")?;
        waits.sort_by(f64::total_cmp);
        waits_of_rounds.extend(waits.get(waits.len() - 1 - waits.len() / 100).copied());
    }
    println!("{replicas} replicas, {CLIENTS} clients");
    figure("    durable acts through the API", "acts/s", &rates, Aim::High);
    figure("    p99 of an act", "ms", &waits_of_rounds, Aim::Low);
    Ok(())
}

fn one_client(base: &str, token: &str, name: &str, waits: &Mutex<Vec<f64>>) -> Result<(), Broken> {
    let agent: ureq::Agent = ureq::Agent::config_builder().build().into();
    let mut own = Vec::with_capacity(ACTS);
    for act in 0..ACTS {
        let begun = Instant::now();
        act_once(&agent, base, token, &format!("Person {name} {act}"))?;
        own.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    waits.lock().map_err(|_| "a client fell")?.extend(own);
    Ok(())
}

/// Registers a person.
pub(crate) fn act_once(agent: &ureq::Agent, base: &str, token: &str, name: &str) -> Result<(), Broken> {
    let body = json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
    let request = agent.post(format!("{base}/api/v1/commands/person.register"));
    let request = request.header("authorization", format!("Bearer {token}")).content_type("application/json");
    request.send(body.to_string())?.body_mut().read_to_vec()?;
    Ok(())
}
