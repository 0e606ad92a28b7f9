//! What an act costs when it comes through the JSON API of a server: the processor time of the server's process, less
//! that of the same acts given to a store in this process, which is what the writer takes.

use std::path::Path;
use std::time::Instant;

use assize_domain::{Actor, Command};
use assize_store::{Act, Addresses, Bucket, Clock, Store};
use serde_json::{Value, json};

use crate::measure::{Aim, Broken, Watch, beside, figure, most, sync_rate};
use crate::process::{Server, run as command};

/// How many clients ask at once, each on a connection of its own.
const CLIENTS: usize = 16;
/// How many acts a client asks for in a round.
const ACTS: usize = 150;
/// How often each is measured.
const TIMES: usize = 5;
/// Processor time of an act outside the writer.
const OUTSIDE_MILLIS: f64 = 1.0;
const NAME: &str = "person.register";

pub(crate) async fn run() -> Result<(), Broken> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    command(folder.path(), &["init", "--name", "Fernhill Audit Practice"])?;
    let token = command(folder.path(), &["token", "new", "--label", "bench"])?;
    let token = token.get("token").and_then(Value::as_str).ok_or("no token was printed")?.to_owned();
    let server = Server::start(folder.path())?;
    let (mut outside, mut inside, mut rates, mut syncs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _time in 0..TIMES {
        syncs.push(sync_rate(Path::new(env!("CARGO_TARGET_TMPDIR")))?);
        let before = server.cpu()?;
        let begun = Instant::now();
        through_the_api(&server, &token).await?;
        let count = (CLIENTS * ACTS) as f64;
        rates.push(count / begun.elapsed().as_secs_f64());
        let all = (server.cpu()? - before) * 1_000.0 / count;
        let writer = through_the_store().await?;
        inside.push(writer);
        outside.push(all - writer);
    }
    figure(&format!("durable acts through the API, {CLIENTS} clients"), "acts/s", &rates, Aim::High);
    beside(
        &format!("acts to each fsync that the disk can do ({:.0}/s)", most(&syncs)),
        most(&rates) / most(&syncs),
    );
    figure("processor time of an act inside the writer", "ms", &inside, Aim::Low);
    figure("processor time of an act outside the writer", "ms", &outside, Aim::Under(OUTSIDE_MILLIS));
    Ok(())
}

fn body(client: usize, act: usize) -> Value {
    json!({ "name": format!("Person {client} {act}"), "employer": "Fernhill", "languages": ["en"], "zone": "UTC" })
}

async fn through_the_api(server: &Server, token: &str) -> Result<(), Broken> {
    let mut clients = Vec::new();
    for client in 0..CLIENTS {
        let (url, bearer) = (format!("{}/api/v1/commands/{NAME}", server.base), format!("Bearer {token}"));
        clients.push(tokio::task::spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder().build().into();
            for act in 0..ACTS {
                let body = body(client, act).to_string();
                let request =
                    agent.post(&url).header("authorization", &bearer).content_type("application/json");
                request.send(body)?.body_mut().read_to_vec()?;
            }
            Ok::<_, ureq::Error>(())
        }));
    }
    for client in clients {
        client.await??;
    }
    Ok(())
}

/// Milliseconds of processor time for each of the same acts through a store's door.
async fn through_the_store() -> Result<f64, Broken> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let place = |name: &str| folder.path().join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", place("assize.db")),
        evidence: place("evidence"),
        log: place("log"),
        bucket: Bucket::default(),
    };
    let store = Store::make(&addresses, Clock::System).await?;
    let operator = || Actor::Operator { on_behalf_of: None };
    let named = Command::read("organization.name", &json!({ "name": "Fernhill Audit Practice" }));
    store
        .execute(Act::new(operator(), named.ok_or("no such command")?.map_err(|p| format!("{p:?}"))?))
        .await?;
    let mut asked = Vec::new();
    for client in 0..CLIENTS {
        let read =
            |act| Command::read(NAME, &body(client, act)).and_then(Result::ok).ok_or("no such command");
        asked.push((0..ACTS).map(read).collect::<Result<Vec<_>, _>>()?);
    }
    let watch = Watch::start();
    let mut clients = Vec::new();
    for commands in asked {
        let store = store.clone();
        clients.push(tokio::spawn(async move {
            for command in commands {
                store.execute(Act::new(Actor::Operator { on_behalf_of: None }, command)).await?;
            }
            Ok::<_, assize_store::ActError>(())
        }));
    }
    for client in clients {
        client.await??;
    }
    let cost = watch.stop();
    store.close().await;
    Ok(cost.cpu * 1_000.0 / (CLIENTS * ACTS) as f64)
}
