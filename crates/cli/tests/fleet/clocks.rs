//! Machines whose clocks differ.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use super::clients::{Bases, Load, agent};
use super::endpoint::Endpoint;
use super::replica::{Own, Replica};
use super::world::{World, trouble, until};

/// How long the endpoint takes for an answer: long enough for another replica to look whether somebody tells it.
const ANSWERS_AFTER: Duration = Duration::from_millis(1_500);

/// The library that shows a program another time.
fn faketime() -> Option<PathBuf> {
    let found = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|folder| folder.path().join("faketime"));
    let found =
        found.chain([PathBuf::from("/usr/lib/faketime")]).map(|folder| folder.join("libfaketimeMT.so.1"));
    let found = found.into_iter().find(|library| library.exists());
    if found.is_none() {
        eprintln!(
            "faketime is not on this machine (Debian: apt-get install faketime): not tried with clocks that differ"
        );
    }
    found
}

fn pairs<'a>(settings: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    settings.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[test]
fn replicas_whose_clocks_are_five_minutes_apart_do_nothing_twice_and_agree_on_the_time() {
    let Some(library) = faketime() else { return };
    let Some(world) = World::in_bucket() else { return };
    let library = library.display().to_string();
    let clock = |offset: &'static str| {
        [
            ("LD_PRELOAD", library.clone()),
            ("FAKETIME", offset.to_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
        ]
    };
    let (ahead, behind) = (clock("+150s"), clock("-150s"));
    let (ahead, behind) = (pairs(&ahead), pairs(&behind));
    let replicas = vec![
        Replica::start_as(&world, "ahead", Own { settings: &ahead, ..Own::NONE }),
        Replica::start_as(&world, "behind", Own { settings: &behind, ..Own::NONE }),
    ];
    let endpoint = Endpoint::open(ANSWERS_AFTER);
    let asked = endpoint.ask_for(&agent(), &replicas[0].base, &world.token);
    let bases = Bases::default();
    let bearer = format!("Bearer {}", world.token);
    let body = json!({ "name": "Ada", "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
    // The same act to each: the second answers what the first did.
    let given: Vec<Value> = replicas
        .iter()
        .map(|replica| {
            let mut answer = agent()
                .post(format!("{}/api/v1/commands/person.register", replica.base))
                .header("authorization", &bearer)
                .header("idempotency-key", "ada")
                .send_json(&body)
                .unwrap();
            answer.body_mut().read_json().unwrap()
        })
        .collect();
    assert_eq!(given[0], given[1]);
    bases.are(&replicas);
    let load = Load::begin(&world, &bases);
    std::thread::sleep(trouble() / 2);
    until("acts go on", || load.done() > 32);
    let came = load.end();
    // As many are told of as fit into the run; what was told was told once, though each replica looks all the time for what nobody tells.
    until("something was told", || endpoint.told().len() >= 16);
    replicas.into_iter().for_each(Replica::end);
    let told = endpoint.told();
    let ids: BTreeSet<&str> = told.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), told.len(), "what one replica was telling another told again");
    assert!(told.iter().all(|one| one.seq > asked.after));
    // The journal has one time, the database's, and not that of whoever happens to write.
    let late = "SELECT COUNT(*) FROM journal WHERE CAST(at AS timestamptz) > clock_timestamp() + interval '60 seconds'";
    assert_eq!(world.number(late), 0, "an entry is of the future");
    let back = "SELECT COUNT(*) FROM journal AS one JOIN journal AS next ON next.seq = one.seq + 1 \
         WHERE CAST(next.at AS timestamptz) < CAST(one.at AS timestamptz)";
    assert_eq!(world.number(back), 0, "the journal's times go back");
    world.holds(&came.acked);
    println!(
        "{} acts acknowledged by clocks five minutes apart, {} deliveries, none twice",
        came.acked.len(),
        told.len()
    );
}
