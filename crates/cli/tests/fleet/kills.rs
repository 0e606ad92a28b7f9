//! Replicas that are killed.

use std::time::{Duration, Instant};

use super::clients::{Bases, Load, agent};
use super::endpoint::Endpoint;
use super::replica::Replica;
use super::world::{World, trouble, until};

/// How many replicas there are.
const REPLICAS: usize = 3;
/// How long it takes until the next is killed.
const BETWEEN: Duration = Duration::from_secs(2);
/// How many deliveries a replica has under way at the most.
const UNDER_WAY_MAX: usize = 8;

#[test]
fn of_replicas_that_are_killed_again_and_again_no_act_is_lost_or_doubled() {
    let Some(world) = World::in_bucket() else { return };
    let endpoint = Endpoint::open(Duration::from_millis(20));
    let mut replicas: Vec<Replica> =
        (0..REPLICAS).map(|number| Replica::start(&world, &format!("replica-{number}"))).collect();
    let webhook = endpoint.ask_for(&agent(), &replicas[0].base, &world.token);
    let bases = Bases::default();
    bases.are(&replicas);
    let load = Load::begin(&world, &bases);
    let (begun, mut kills) = (Instant::now(), 0);
    while begun.elapsed() < trouble() {
        let done = load.done();
        std::thread::sleep(BETWEEN);
        until("acts go on", || load.done() > done);
        let number = kills % REPLICAS;
        replicas.remove(number).kill();
        kills += 1;
        replicas.insert(number, Replica::start(&world, &format!("replica-{number}")));
        bases.are(&replicas);
    }
    let came = load.end();
    // They end in order, and what the killed ones held is let go of now rather than in a minute.
    replicas.into_iter().for_each(Replica::end);
    world.run_sql("UPDATE webhook_delivery SET leased_until = 0, due_at = 0 WHERE delivered_at IS NULL");
    let last = Replica::start(&world, "last");
    let left = "SELECT COUNT(*) FROM webhook_delivery WHERE delivered_at IS NULL";
    let unseen = "SELECT head.seq - webhook.looked_at FROM head, webhook";
    until("everything was delivered", || world.number(unseen) == 0 && world.number(left) == 0);
    last.end();
    world.holds(&came.acked);
    // Each act is told of once; where a replica fell between the endpoint's answer and its own note of it, again under the same id.
    let told = endpoint.told();
    let entries = world.number(&format!(
        "SELECT COUNT(*) FROM journal WHERE kind = 'person.registered' AND seq > {}",
        webhook.after
    ));
    let ids: std::collections::BTreeMap<&str, i64> =
        told.iter().map(|one| (one.id.as_str(), one.seq)).collect();
    let seqs: std::collections::BTreeSet<i64> = ids.values().copied().collect();
    assert_eq!(
        (ids.len(), seqs.len()),
        (entries as usize, entries as usize),
        "one id for each act, and each told of"
    );
    assert!(
        told.len() - ids.len() <= kills * UNDER_WAY_MAX,
        "{} deliveries of {} acts, {kills} kills",
        told.len(),
        ids.len()
    );
    println!(
        "{} acts acknowledged, {kills} replicas killed, {} acts sent again, {} of them done before; {} deliveries, {} of them repeated under the same id",
        came.acked.len(),
        came.again,
        came.repeated,
        told.len(),
        told.len() - ids.len()
    );
}
