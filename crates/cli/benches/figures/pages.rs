//! What a page costs in a store of ten thousand audits and a million working papers: the processor time of the server's process,
//! and how long eight people wait who look at the same time.

use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use assize_store::{Addresses, Bucket, Store};
use serde_json::Value;

use crate::house::{Cast, Fieldwork, backup, under_way};
use crate::measure::{Aim, Broken, figure};
use crate::places::clock;
use crate::process::{Server, run as command};

/// How many audits the store has, and how many working papers each of them, unless `ASSIZE_BENCH_AUDITS` and
/// `ASSIZE_BENCH_PAPERS` say otherwise.
const AUDITS: usize = 10_000;
const PAPERS: usize = 100;
/// How many working papers the audit under way has.
const PAPERS_LIVE: usize = 250;
/// How many look at once, and how often each.
const CLIENTS: usize = 8;
const LOOKS: usize = 25;
/// How often a record is asked for to measure what asking whether somebody may costs.
const ASKED: u32 = 2_000;
/// How often each is measured.
const TIMES: usize = 3;
/// Processor time of a page, and how long all but one in a hundred wait at most, in milliseconds.
const CPU_MILLIS: f64 = 10.0;
const WAIT_MILLIS: f64 = 50.0;
/// The length of a page.
const PAGE_BYTES: f64 = 100_000.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (audits, papers) = (number("ASSIZE_BENCH_AUDITS", AUDITS)?, number("ASSIZE_BENCH_PAPERS", PAPERS)?);
    let file = folder.path().join("backup.zip");
    let begun = Instant::now();
    let cast = backup(&file, audits, papers).await?;
    command(folder.path(), &["restore", "backup.zip", "--new-origin", "bench", "--old-log-lost"])?;
    std::fs::remove_file(&file)?;
    let part = |name: &str| folder.path().join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: Bucket::default(),
    };
    let store = Store::open(&addresses, clock()).await?;
    let work = under_way(&store, &cast, papers..PAPERS_LIVE.max(papers)).await?;
    let entries = store.head_seq().await?;
    store.close().await;
    let seconds = begun.elapsed().as_secs_f64();
    println!("{audits} audits of {papers} working papers, {entries} entries, restored in {seconds:.0} s");
    let server = Server::start(folder.path())?;
    // The one who looks leads every audit of a programme, 500 of them, and the audit under way.
    let who = cast.leader.id.to_string();
    let said = command(folder.path(), &["link", "--for", &who, "--at", &server.base])?;
    let cookie = signed_in(&server, said.get("link").and_then(Value::as_str).ok_or("no link was printed")?)?;
    tokio::task::block_in_place(|| {
        look(&server, &cookie, &pages(&cast, &work))?;
        authorization(folder.path(), &server, &who, &work)
    })
}

/// What it costs to ask whether somebody may: the same answers to the one who leads the audit, whose part in it is looked up, and to the
/// operator, who may everything. The difference is that of their processor times.
fn authorization(folder: &Path, server: &Server, leader: &str, work: &Fieldwork) -> Result<(), Broken> {
    let token = |more: &[&str]| -> Result<String, Broken> {
        let said = command(folder, &[&["token", "new", "--label", "bench"], more].concat())?;
        let token = said.get("token").and_then(Value::as_str).ok_or("no token was printed")?;
        Ok(format!("Bearer {token}"))
    };
    let (theirs, operators) = (token(&["--for", leader])?, token(&[])?);
    let paper = work.papers.first().ok_or("there is no paper")?;
    let url = format!("{}/api/v1/records/paper/{}", server.base, paper.id);
    let agent = agent();
    let cost = |bearer: &str| -> Result<f64, Broken> {
        let before = server.cpu()?;
        for _time in 0..ASKED {
            let answer = agent.get(&url).header("authorization", bearer).call()?;
            if answer.status().as_u16() != 200 {
                return Err(format!("{url} answers {}", answer.status()).into());
            }
        }
        Ok((server.cpu()? - before) * 1_000.0 / f64::from(ASKED))
    };
    let (mut whole, mut more) = (Vec::new(), Vec::new());
    for _time in 0..TIMES {
        let (asked, open) = (cost(&theirs)?, cost(&operators)?);
        whole.push(asked);
        more.push(asked - open);
    }
    println!("a paper by the API, to the one who leads its audit and five hundred others");
    figure("    processor time", "ms", &whole, Aim::Low);
    figure("    of it, for asking whether they may", "ms", &more, Aim::Under(1.0));
    Ok(())
}

fn number(name: &str, otherwise: usize) -> Result<usize, Broken> {
    std::env::var(name).map_or(Ok(otherwise), |said| Ok(said.parse()?))
}

/// The pages that are looked at: those of the audit under way, and the lists over everything.
fn pages(cast: &Cast, work: &Fieldwork) -> Vec<String> {
    let (audit, programme) = (work.audit.id, cast.programme.id);
    let mut pages: Vec<String> = [
        "/",
        "/programmes",
        "/audits",
        "/findings",
        "/findings?state=open",
        "/findings?kind=nonconformity",
        "/findings?text=access",
        "/findings/trends",
        "/people",
        "/auditees",
        "/catalogue",
        "/methods",
        "/settings",
        "/search?q=audit",
        "/records",
        "/records/person",
        "/records/paper",
        "/records/finding",
        "/records/retention",
    ]
    .map(str::to_owned)
    .into();
    pages.extend(
        [
            "",
            "/team",
            "/documents",
            "/plan",
            "/work",
            "/meetings",
            "/desk",
            "/findings",
            "/report",
            "/records",
            "/journal",
        ]
        .map(|page| format!("/audits/{audit}{page}")),
    );
    pages.extend(
        ["", "/plan", "/coverage", "/risks", "/review"].map(|page| format!("/programmes/{programme}{page}")),
    );
    pages.extend(work.papers.first().map(|paper| format!("/papers/{}", paper.id)));
    pages.push(format!("/people/{}", cast.auditor.id));
    pages.push(format!("/auditees/{}", cast.auditee.id));
    pages.push(format!("/records/programme/{programme}"));
    pages.push(format!("/findings/new?audit={audit}"));
    pages
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// The cookie of a session begun by a link.
pub(crate) fn signed_in(server: &Server, link: &str) -> Result<String, Broken> {
    let answer = agent().post(link).header("origin", &server.base).send_form([("next", "/")])?;
    let cookie = answer.headers().get("set-cookie").ok_or("no session was begun")?.to_str()?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

fn look(server: &Server, cookie: &str, pages: &[String]) -> Result<(), Broken> {
    for page in pages {
        let (mut cpu, mut wait, mut bytes) = (Vec::new(), Vec::new(), 0);
        for _time in 0..TIMES {
            let before = server.cpu()?;
            let waits = Mutex::new(Vec::new());
            let looked = std::thread::scope(|scope| {
                let clients: Vec<_> = (0..CLIENTS)
                    .map(|_| scope.spawn(|| one_client(&format!("{}{page}", server.base), cookie, &waits)))
                    .collect();
                clients.into_iter().map(|client| client.join().map_err(|_| "a client fell")?).collect()
            });
            let lengths: Result<Vec<usize>, Broken> = looked;
            bytes = lengths?.into_iter().max().unwrap_or_default();
            let count = (CLIENTS * LOOKS) as f64;
            cpu.push((server.cpu()? - before) * 1_000.0 / count);
            let mut waits = waits.into_inner().map_err(|_| "a client fell")?;
            waits.sort_by(f64::total_cmp);
            // All but one in a hundred.
            wait.extend(waits.get(waits.len() - 1 - waits.len() / 100).copied());
        }
        println!("{}", page.chars().take(60).collect::<String>());
        figure("    processor time", "ms", &cpu, Aim::Under(CPU_MILLIS));
        figure("    p99 of eight who look at once", "ms", &wait, Aim::Under(WAIT_MILLIS));
        figure("    length", "bytes", &[bytes as f64], Aim::Under(PAGE_BYTES));
    }
    Ok(())
}

/// Looks at a page again and again, and notes how long each took, in milliseconds; answers its length.
fn one_client(address: &str, cookie: &str, waits: &Mutex<Vec<f64>>) -> Result<usize, Broken> {
    let agent = agent();
    let mut bytes = 0;
    for _look in 0..LOOKS {
        let begun = Instant::now();
        let mut answer = agent.get(address).header("cookie", cookie).call()?;
        let page = answer.body_mut().read_to_vec()?;
        let millis = begun.elapsed().as_secs_f64() * 1_000.0;
        if answer.status().as_u16() != 200 {
            return Err(format!("{address} answers {}", answer.status()).into());
        }
        bytes = page.len();
        waits.lock().map_err(|_| "a client fell")?.push(millis);
    }
    Ok(bytes)
}
