//! A bucket that cannot answer, and one that is slow.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::clients::{Bases, Load, agent};
use super::postgres::Postgres;
use super::proxy::{Mode, Proxy};
use super::replica::Replica;
use super::world::{WAIT_MAX, World, endpoint, trouble, until};

/// How long a file is that is sent.
const FILE_BYTES: usize = 300_000;

#[test]
fn of_a_bucket_that_refuses_and_is_slow_every_file_and_every_act_is_there() {
    let Some(server) = endpoint() else { return };
    let Some(postgres) = Postgres::start(&[]) else { return };
    let proxy = Proxy::before(server.trim_start_matches("http://").to_owned());
    let world = World::make(postgres, Some(&format!("http://127.0.0.1:{}", proxy.port)));
    let replicas: Vec<Replica> =
        (0..2).map(|number| Replica::start(&world, &format!("replica-{number}"))).collect();
    let bases = Bases::default();
    bases.are(&replicas);
    let audit = Audit::open(&world, &replicas[0].base);
    let load = Load::begin(&world, &bases);
    let (ends, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let files = {
        let (ends, sent, audit, bases) = (
            Arc::clone(&ends),
            Arc::clone(&sent),
            audit.clone(),
            replicas.iter().map(|r| r.base.clone()).collect::<Vec<_>>(),
        );
        std::thread::spawn(move || {
            let mut taken = Vec::new();
            for number in 0.. {
                if ends.load(Ordering::SeqCst) {
                    break;
                }
                taken.push(audit.send(number, &bases));
                sent.fetch_add(1, Ordering::SeqCst);
            }
            taken
        })
    };
    let (mut refusals, begun) = (0, Instant::now());
    while refusals == 0 || begun.elapsed() < trouble() {
        // Acts go on without a bucket: they are in the journal, and published when it is back.
        let refused = proxy.refused();
        proxy.is(Mode::Refuses);
        let done = load.done();
        until("acts go on without a bucket", || load.done() > done + 16);
        until("the bucket was asked", || proxy.refused() > refused);
        for replica in &replicas {
            until("a replica whose evidence cannot be reached says that it is not ready", || {
                replica.ready() == 503
            });
        }
        proxy.is(Mode::Slow);
        let files = sent.load(Ordering::SeqCst);
        until("files are taken by a bucket that is slow", || sent.load(Ordering::SeqCst) > files);
        proxy.is(Mode::Passes);
        for replica in &replicas {
            until("a replica whose bucket is back is ready", || replica.ready() == 200);
        }
        let files = sent.load(Ordering::SeqCst);
        until("files are taken by a bucket that is back", || sent.load(Ordering::SeqCst) > files);
        refusals += 1;
    }
    let came = load.end();
    ends.store(true, Ordering::SeqCst);
    let taken = files.join().expect("whoever sends files comes through");
    // What could not be read when it was taken is read by whichever replica comes to it.
    let read = "SELECT COUNT(*) FROM document_text WHERE state = 'text'";
    until("every file was read", || world.number(read) as usize == taken.len());
    for (number, id) in &taken {
        let found = audit.read(&replicas[0].base, id);
        assert!(found == content(*number), "file {number} is as it was sent");
    }
    replicas.into_iter().for_each(Replica::end);
    world.holds(&came.acked);
    let entries = world.number("SELECT COUNT(*) FROM evidence");
    assert_eq!(entries as usize, taken.len(), "each file was taken once");
    println!(
        "{} acts and {} files acknowledged, {refusals} times without a bucket ({} requests refused), {} acts sent again",
        came.acked.len(),
        taken.len(),
        proxy.refused(),
        came.again
    );
}

/// What the file of a number holds.
fn content(number: usize) -> Vec<u8> {
    let line = format!("Line of file {number}: what was seen was seen.\n");
    line.bytes().cycle().take(FILE_BYTES).collect()
}

/// An audit that takes files.
#[derive(Clone)]
struct Audit {
    bearer: String,
    manager: String,
    id: String,
}

impl Audit {
    /// A programme, and an audit opened in it.
    fn open(world: &World, base: &str) -> Self {
        let bearer = format!("Bearer {}", world.token);
        let agent = agent();
        let give = |by: Option<&str>, name: &str, body: Value| -> String {
            let mut request =
                agent.post(format!("{base}/api/v1/commands/{name}")).header("authorization", &bearer);
            if let Some(by) = by {
                request = request.header("x-on-behalf-of", by);
            }
            let mut answer = request.send_json(&body).unwrap();
            let done: Value = answer.body_mut().read_json().unwrap();
            assert_eq!(answer.status(), 200, "{name}: {done:#}");
            done["events"][0]["subject"]["id"].as_str().unwrap().to_owned()
        };
        let person =
            |name: &str| json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
        let manager = give(None, "person.register", person("Ada Lind"));
        let contact = give(None, "person.register", person("Otto Works"));
        let by = Some(manager.as_str());
        let auditee = give(
            by,
            "auditee.register",
            json!({ "name": "Works", "kind": "own",
            "units": [{ "key": "it", "name": "IT" }], "sites": [], "processes": [],
            "contacts": [{ "person": contact, "function": "Head" }] }),
        );
        let draft = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = give(by, "programme.draft", draft.clone());
        let mut text = draft;
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        text["extent"] = json!({ "text": "all", "criteria": ["ISO/IEC 27001:2022+A1:2024"],
            "auditees": [{ "auditee": auditee, "units": [], "sites": [], "processes": [] }] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
            "treatment": "begin early", "owner": manager }]);
        text["roles"] = json!([{ "person": manager, "role": "manager", "competence": "ten years" },
            { "person": manager, "role": "approver", "competence": "ten years" }]);
        text["policy"] =
            assize_domain::kernel::datum::Datum::to_json(&assize_domain::policy::Policy::default());
        give(by, "programme.edit", json!({ "programme": programme, "text": text }));
        let planned = give(
            by,
            "planned_audit.plan",
            json!({ "programme": programme, "outline": {
            "title": "Audit", "audit_type": "internal", "part": { "auditee": auditee, "units": [], "sites": [], "processes": [] },
            "criteria": ["ISO/IEC 27001:2022+A1:2024"], "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } } }),
        );
        give(by, "programme.establish", json!({ "programme": programme }));
        give(by, "programme.begin", json!({ "programme": programme }));
        let id = give(by, "audit.open", json!({ "planned": planned }));
        Self { bearer, manager, id }
    }

    /// Sends a file until it is taken; its number and the id of the evidence.
    fn send(&self, number: usize, bases: &[String]) -> (usize, String) {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let begun = Instant::now();
        for turn in number.. {
            assert!(begun.elapsed() < WAIT_MAX, "file {number} is not taken by anybody");
            let base = &bases[turn % bases.len()];
            let sent = agent
                .post(format!(
                    "{base}/api/v1/audits/{}/evidence?name=file-{number}.txt&classification=internal",
                    self.id
                ))
                .header("authorization", &self.bearer)
                .header("x-on-behalf-of", &self.manager)
                .header("idempotency-key", format!("file-{number}"))
                .content_type("text/plain")
                .send(content(number).as_slice());
            let Ok(mut answer) = sent else { continue };
            let Ok(said) = answer.body_mut().read_json::<Value>() else { continue };
            match answer.status().as_u16() {
                200..300 => {
                    let id = said.pointer("/events/0/subject/id").or_else(|| said.pointer("/evidence/id"));
                    let id = id.and_then(Value::as_str).unwrap_or_else(|| panic!("{said:#}"));
                    return (number, id.to_owned());
                }
                503 => std::thread::sleep(Duration::from_millis(100)),
                status => panic!("file {number}: {status}: {said:#}"),
            }
        }
        unreachable!("there is always another try")
    }

    /// A file as it is given out.
    fn read(&self, base: &str, id: &str) -> Vec<u8> {
        let mut answer = agent()
            .get(format!("{base}/api/v1/evidence/{id}/content"))
            .header("authorization", &self.bearer)
            .header("x-on-behalf-of", &self.manager)
            .call()
            .unwrap();
        assert_eq!(answer.status(), 200);
        let mut bytes = Vec::new();
        answer.body_mut().as_reader().read_to_end(&mut bytes).unwrap();
        bytes
    }
}
