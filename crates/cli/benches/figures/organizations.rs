//! Many organizations behind one server: acts a second and how long they take, with as many organizations as `ASSIZE_BENCH_ORGANIZATIONS` says
//! (1 and 100 unless it does; 1,000 takes some minutes to be made). On SQLite, and where `ASSIZE_TEST_POSTGRES` names a server, in schemas of one
//! database there.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};

use crate::measure::{Aim, Broken, beside, figure, memory_of, most, sync_rate};
use crate::places::Place;
use crate::process::{Server, run as command};

/// How many clients ask at once, each on a connection of its own.
const CLIENTS: usize = 16;
/// How many acts a client asks for in a round, of its organizations in turn.
const ACTS: usize = 125;
/// How often it is measured.
const TIMES: usize = 3;
/// How many organizations are open at the most, unless `ASSIZE_BENCH_OPEN` says otherwise: a server that is to have more of them open lets others
/// go. The acts are of all of them in turn, so that with more organizations than that each act opens one.
const OPEN_MAX: usize = 256;
const MIB: f64 = 1024.0 * 1024.0;

pub(crate) async fn run() -> Result<(), Broken> {
    let counts = std::env::var("ASSIZE_BENCH_ORGANIZATIONS").unwrap_or_else(|_| "1,100".to_owned());
    let counts: Vec<usize> = counts.split(',').map(|count| count.trim().parse()).collect::<Result<_, _>>()?;
    let open_max = std::env::var("ASSIZE_BENCH_OPEN").map_or(Ok(OPEN_MAX), |most| most.parse())?;
    for count in counts {
        let place = Place::sqlite()?;
        let registry = format!("sqlite:{}", place.path("installation.db").display());
        tokio::task::block_in_place(|| {
            measured(place.name, place.folder.path(), &registry, count, open_max)
        })?;
        if let Some(place) = Place::postgres().await? {
            let registry = place.addresses.database.clone();
            tokio::task::block_in_place(|| {
                measured(place.name, place.folder.path(), &registry, count, open_max)
            })?;
        }
    }
    Ok(())
}

/// An organization: its host, and a token.
type House = (String, String);

fn measured(
    database: &str,
    folder: &Path,
    registry: &str,
    count: usize,
    open_max: usize,
) -> Result<(), Broken> {
    let settings = format!("installation = \"{registry}\"\norganizations_open_max = \"{open_max}\"\n");
    std::fs::write(folder.join("assize.toml"), settings)?;
    let (mut houses, begun): (Vec<House>, _) = (Vec::with_capacity(count), Instant::now());
    for number in 0..count {
        let (name, host) = (format!("org-{number}"), format!("org-{number}.example"));
        command(folder, &["organization", "create", &name, "--host", &host])?;
        let token = command(folder, &["--organization", &name, "token", "new", "--label", "bench"])?;
        houses.push((
            host,
            token.get("token").and_then(Value::as_str).ok_or("no token was printed")?.to_owned(),
        ));
    }
    let of = format!("{database}, {count} organizations");
    let making = begun.elapsed().as_secs_f64() / count as f64;
    figure(&format!("{of}: making one, by two commands"), "s", &[making], Aim::Low);
    let server = Server::start(folder)?;
    figure(&format!("{of}: server ready"), "ms", &[server.ready_after.as_secs_f64() * 1_000.0], Aim::Low);
    let address = server.base.trim_start_matches("http://").to_owned();
    let houses = Arc::new(houses);
    let first = round(&address, &houses, count.div_ceil(CLIENTS).max(1))?;
    figure(
        &format!("{of}: the first act of each, which opens it, p50"),
        "ms",
        &[at(&first.took, 50)],
        Aim::Low,
    );
    let (mut rates, mut late, mut cost) = (Vec::new(), Vec::new(), Vec::new());
    let mut syncs = Vec::new();
    for _time in 0..TIMES {
        syncs.push(sync_rate(Path::new(env!("CARGO_TARGET_TMPDIR")))?);
        let before = server.cpu()?;
        let round = round(&address, &houses, ACTS)?;
        rates.push(round.took.len() as f64 / round.seconds);
        late.push(at(&round.took, 99));
        cost.push((server.cpu()? - before) * 1_000.0 / round.took.len() as f64);
    }
    figure(&format!("{of}: durable acts through the API, {CLIENTS} clients"), "acts/s", &rates, Aim::High);
    figure(&format!("{of}: p99 of an act"), "ms", &late, Aim::Low);
    figure(&format!("{of}: processor time of an act"), "ms", &cost, Aim::Low);
    let resident = memory_of(&server.id(), "VmRSS")? as f64 / MIB;
    let open = count.min(open_max);
    figure(&format!("{of}: resident, {open} of them open"), "MiB", &[resident], Aim::Low);
    beside("acts to each fsync that the disk can do", most(&rates) / most(&syncs));
    Ok(())
}

/// What a round came to: how long each act took, in milliseconds, and all of them together.
struct Round {
    took: Vec<f64>,
    seconds: f64,
}

fn round(address: &str, houses: &Arc<Vec<House>>, acts: usize) -> Result<Round, Broken> {
    let begun = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (address, houses) = (address.to_owned(), Arc::clone(houses));
            std::thread::spawn(move || asked(&address, &houses, client, acts))
        })
        .collect();
    let mut took = Vec::with_capacity(CLIENTS * acts);
    for client in clients {
        took.extend(client.join().map_err(|_| "a client came to nothing")??);
    }
    took.sort_by(f64::total_cmp);
    Ok(Round { took, seconds: begun.elapsed().as_secs_f64() })
}

/// The value that so many of a hundred do not exceed.
fn at(sorted: &[f64], percent: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or(f64::NAN)
}

/// One client on one connection: acts of its organizations in turn.
fn asked(address: &str, houses: &[House], client: usize, acts: usize) -> Result<Vec<f64>, Broken> {
    let mut stream = BufReader::new(TcpStream::connect(address)?);
    stream.get_ref().set_nodelay(true)?;
    let mut took = Vec::with_capacity(acts);
    for act in 0..acts {
        let (host, token) =
            houses.get((client + act * CLIENTS) % houses.len()).ok_or("there is no organization")?;
        let body = json!({ "name": format!("Person {client} {act}"), "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
        let body = body.to_string();
        let head = format!(
            "POST /api/v1/commands/person.register HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let begun = Instant::now();
        stream.get_mut().write_all(head.as_bytes())?;
        let (mut status, mut length) = (String::new(), 0);
        stream.read_line(&mut status)?;
        loop {
            let mut line = String::new();
            stream.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some(said) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = said.trim().parse()?;
            }
        }
        let mut answer = vec![0; length];
        stream.read_exact(&mut answer)?;
        if !status.contains(" 200 ") {
            return Err(format!("{host}: {status}{}", String::from_utf8_lossy(&answer)).into());
        }
        took.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(took)
}
