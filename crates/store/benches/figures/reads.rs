//! Reading, and acting, in a store that holds ten thousand audits.
//!
//! The store is made anew in each run: as many completed audits as [`AUDITS`] says, all with papers, findings and
//! reports, and one audit of 250 tests that is under way. `ASSIZE_BENCH_AUDITS` makes it another number.

use std::hint::black_box;
use std::time::Instant;

use assize_domain::{Key, Kind};
use assize_store::{Reach, Store};
use serde_json::json;

use crate::house::{Cast, FEW_TESTS, Fieldwork, PROGRAMME_AUDITS, act, full, under_way};
use crate::measure::{Aim, Broken, Watch, beside, figure};
use crate::places::Place;

/// How many audits the full store has, and how many the small one.
const AUDITS: usize = 10_000;
const AUDITS_FEW: usize = 10;
/// How many tests the audit under way has.
const TESTS: usize = 250;
/// How often each is measured.
const TIMES: usize = 7;
/// The audits of a page of the list, unless asked otherwise.
const PAGE_ROWS: i64 = 51;

pub(crate) async fn run() -> Result<(), Broken> {
    let audits = match std::env::var("ASSIZE_BENCH_AUDITS") {
        Ok(audits) => audits.parse()?,
        Err(_) => AUDITS,
    };
    let few = measure(&Place::sqlite()?, AUDITS_FEW).await?;
    let many = measure(&Place::sqlite()?, audits).await?;
    beside(&format!("evaluating a paper with {audits} audits in the store, to {AUDITS_FEW}"), many / few);
    if let Some(place) = Place::postgres().await? {
        measure(&place, AUDITS_FEW).await?;
    }
    Ok(())
}

/// Everything that is measured in one store; answers the processor time of evaluating a paper.
async fn measure(place: &Place, audits: usize) -> Result<f64, Broken> {
    let start = Instant::now();
    let (store, cast) = full(place, audits).await?;
    let entries = store.head_seq().await?;
    println!(
        "{}: {audits} audits, {entries} entries, restored in {:.1} s",
        place.name,
        start.elapsed().as_secs_f64()
    );
    let work = under_way(&store, &cast, FEW_TESTS..TESTS).await?;
    store.close().await;
    // What was just written is not in the memory of a store that is opened anew.
    let store = place.open().await?;
    let evaluated = evaluations(&store, &cast, &work).await?;
    papers(&store, &work).await?;
    page(&store).await?;
    if audits >= PROGRAMME_AUDITS {
        monitoring(&store, &cast).await?;
    }
    store.close().await;
    Ok(evaluated)
}

async fn evaluations(store: &Store, cast: &Cast, work: &Fieldwork) -> Result<f64, Broken> {
    let mut millis = Vec::new();
    for _time in 0..TIMES {
        let (mut evaluate, mut reopen) = (Vec::new(), Vec::new());
        for paper in &work.papers {
            let paper = paper.id.hyphenated().to_string();
            let body = json!({ "paper": paper, "evaluation": "conforms" });
            evaluate.push(act(cast.auditor, "paper.evaluate", &body)?);
            let body = json!({ "paper": paper, "reason": "looked at again" });
            reopen.push(act(cast.auditor, "paper.reopen", &body)?);
        }
        let count = evaluate.len() as f64;
        let watch = Watch::start();
        for done in futures::future::join_all(evaluate.into_iter().map(|act| store.execute(act))).await {
            done?;
        }
        millis.push(watch.stop().cpu * 1_000.0 / count);
        for done in futures::future::join_all(reopen.into_iter().map(|act| store.execute(act))).await {
            done?;
        }
    }
    figure("processor time of evaluating a paper, all of an audit at once", "ms", &millis, Aim::Low);
    Ok(millis.iter().copied().fold(f64::INFINITY, f64::min))
}

async fn papers(store: &Store, work: &Fieldwork) -> Result<(), Broken> {
    let mut millis = Vec::new();
    for _time in 0..TIMES {
        let watch = Watch::start();
        let page = store.linked_page(Kind::Paper, "audit", work.audit.id, None, 500).await?;
        millis.push(watch.stop().cpu * 1_000.0);
        if black_box(page).len() != work.papers.len() {
            return Err("not all papers were read".into());
        }
    }
    figure(
        &format!("processor time of all {} papers of an audit", work.papers.len()),
        "ms",
        &millis,
        Aim::Under(4.0),
    );
    Ok(())
}

async fn page(store: &Store) -> Result<(), Broken> {
    let (mut wall, mut cpu) = (Vec::new(), Vec::new());
    for _time in 0..TIMES {
        let watch = Watch::start();
        let page = store.audit_glances(&Reach::All, None, None, PAGE_ROWS).await?;
        let cost = watch.stop();
        black_box(page);
        wall.push(cost.wall * 1_000.0);
        cpu.push(cost.cpu * 1_000.0);
    }
    figure("a page of the list of audits", "ms", &wall, Aim::Under(1.0));
    figure("processor time of it", "ms", &cpu, Aim::Low);
    Ok(())
}

async fn monitoring(store: &Store, cast: &Cast) -> Result<(), Broken> {
    let (mut wall, mut cpu) = (Vec::new(), Vec::new());
    let programme = Key { kind: Kind::Programme, id: cast.programme.id };
    let on = "2026-10-01".parse()?;
    for _time in 0..TIMES {
        let watch = Watch::start();
        let found = store.indicators(programme.id.into(), on).await?;
        let cost = watch.stop();
        if usize::try_from(black_box(found).audits_held)? != PROGRAMME_AUDITS {
            return Err("not all audits were counted".into());
        }
        wall.push(cost.wall * 1_000.0);
        cpu.push(cost.cpu * 1_000.0);
    }
    figure(
        &format!("a programme's indicators over {PROGRAMME_AUDITS} audits"),
        "ms",
        &wall,
        Aim::Under(20.0),
    );
    figure("processor time of it", "ms", &cpu, Aim::Low);
    Ok(())
}
