//! The database that falls and comes again.

use std::time::Duration;

use super::clients::{Bases, Load};
use super::replica::Replica;
use super::world::{World, trouble, until};

/// How often PostgreSQL falls.
const FALLS: u32 = 3;

#[test]
fn of_a_database_that_falls_in_mid_load_no_act_is_lost_or_doubled() {
    let Some(mut world) = World::in_bucket() else { return };
    let replicas: Vec<Replica> =
        (0..2).map(|number| Replica::start(&world, &format!("replica-{number}"))).collect();
    let bases = Bases::default();
    bases.are(&replicas);
    let load = Load::begin(&world, &bases);
    let pause = trouble() / (2 * FALLS);
    for _ in 0..FALLS {
        let done = load.done();
        std::thread::sleep(pause);
        until("acts go on", || load.done() > done);
        world.postgres.fall();
        for replica in &replicas {
            until("a replica without a database says that it is not ready", || replica.ready() == 503);
            assert!(replica.is_alive(), "and lives");
        }
        std::thread::sleep(pause.min(Duration::from_secs(5)));
        world.postgres.go_on();
        for replica in &replicas {
            until("a replica that has its database again is ready", || replica.ready() == 200);
        }
        let done = load.done();
        until("acts go on by themselves", || load.done() > done + 16);
    }
    let came = load.end();
    let lost_answers: usize = replicas
        .iter()
        .map(|replica| replica.said().matches("the answer to a commit was lost").count())
        .sum();
    replicas.into_iter().for_each(Replica::end);
    world.holds(&came.acked);
    println!(
        "{} acts acknowledged, PostgreSQL fell {FALLS} times, {} acts sent again, {} of them done before; {lost_answers} answers to commits lost and found out",
        came.acked.len(),
        came.again,
        came.repeated
    );
}
