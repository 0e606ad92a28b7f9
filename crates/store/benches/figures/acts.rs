//! What an act costs, and how many a second are durable: by one client, by eight, and by sixty-four.
//!
//! Each client evaluates a working paper of its own and reopens it, over and over, through the store's one door; an act
//! counts when it is answered, and it is answered when it is durable. The processor time is that of the whole process:
//! the writer's with the database's, and the little that a client does to ask.

use std::path::Path;

use assize_domain::Key;
use assize_store::{Act, Store};
use serde_json::json;

use crate::house::{Fieldwork, act, begin, draft, establish, furnish, plan};
use crate::measure::{Aim, Broken, Watch, beside, figure, most, sync_rate};
use crate::places::Place;

/// Clients, acts in a round, and what is aimed at on SQLite.
const ROUNDS: [(usize, usize, Aim); 3] =
    [(1, 200, Aim::High), (8, 1_600, Aim::AtLeast(1_000.0)), (64, 6_400, Aim::AtLeast(4_000.0))];
/// How often each is measured.
const TIMES: usize = 5;
/// Processor time of an act inside the writer.
const WRITER_MILLIS: f64 = 0.15;

pub(crate) async fn run() -> Result<(), Broken> {
    measure(&Place::sqlite()?).await?;
    if let Some(place) = Place::postgres().await? {
        measure(&place).await?;
    }
    Ok(())
}

async fn measure(place: &Place) -> Result<(), Broken> {
    let store = place.make().await?;
    let mut cast = furnish(&store, 64).await?;
    draft(&store, &mut cast).await?;
    let planned = plan(&store, &cast).await?;
    establish(&store, &cast).await?;
    let work = begin(&store, &cast, planned).await?;
    for (clients, acts, aim) in ROUNDS {
        round(place, &store, cast.auditor, &work, (clients, acts, aim)).await?;
    }
    store.close().await;
    Ok(())
}

async fn round(
    place: &Place,
    store: &Store,
    auditor: Key,
    work: &Fieldwork,
    (clients, acts, aim): (usize, usize, Aim),
) -> Result<(), Broken> {
    let (mut rates, mut millis, mut syncs) = (Vec::new(), Vec::new(), Vec::new());
    for _time in 0..TIMES {
        syncs.push(sync_rate(Path::new(env!("CARGO_TARGET_TMPDIR")))?);
        let each = acts / clients;
        let asked: Vec<Vec<Act>> = work
            .papers
            .iter()
            .take(clients)
            .map(|paper| of_client(auditor, *paper, each))
            .collect::<Result<_, Broken>>()?;
        let watch = Watch::start();
        let mut tasks = Vec::new();
        for acts in asked {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                for act in acts {
                    store.execute(act).await?;
                }
                Ok::<_, assize_store::ActError>(())
            }));
        }
        for task in tasks {
            task.await??;
        }
        let cost = watch.stop();
        let done = (each * clients) as f64;
        rates.push(done / cost.wall);
        millis.push(cost.cpu * 1_000.0 / done);
    }
    let aim = if place.name == "SQLite" { aim } else { Aim::High };
    figure(&format!("{}: durable acts, {clients} clients", place.name), "acts/s", &rates, aim);
    let sync = most(&syncs);
    beside(&format!("acts to each fsync that the disk can do ({sync:.0}/s)"), most(&rates) / sync);
    let aim = if place.name == "SQLite" { Aim::Under(WRITER_MILLIS) } else { Aim::Low };
    figure(&format!("{}: processor time of an act, {clients} clients", place.name), "ms", &millis, aim);
    Ok(())
}

/// The acts of a client on its paper: evaluated, reopened, evaluated, reopened.
fn of_client(auditor: Key, paper: Key, acts: usize) -> Result<Vec<Act>, Broken> {
    let paper = paper.id.hyphenated().to_string();
    (0..acts)
        .map(|n| {
            if n % 2 == 0 {
                act(auditor, "paper.evaluate", &json!({ "paper": paper, "evaluation": "conforms" }))
            } else {
                act(auditor, "paper.reopen", &json!({ "paper": paper, "reason": "looked at again" }))
            }
        })
        .collect()
}
