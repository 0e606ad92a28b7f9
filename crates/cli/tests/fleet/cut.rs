//! A network that is cut between a replica and its database.

use std::process::Command;

use super::clients::{Bases, Load};
use super::postgres::{Postgres, is_root};
use super::proxy::{Mode, Proxy};
use super::replica::{Own, Replica};
use super::world::{World, until};

/// How often it is cut.
const CUTS: usize = 1;

#[test]
fn a_replica_that_is_cut_off_its_database_holds_nobody_up_and_comes_back() {
    match Cables::lay() {
        Some(cables) => {
            let Some(postgres) = Postgres::start(&[&cables.here(DATABASE)]) else { return };
            let database = Postgres::address(&cables.here(DATABASE), postgres.port());
            let (own_end, proxy) = (cables.there(CLIENTS), cables.here(CLIENTS));
            let listen = format!("{own_end}:27007");
            let own = Own {
                settings: &[("ASSIZE_STORE", &database), ("ASSIZE_TRUSTED_PROXIES", &proxy)],
                prefix: &["ip", "netns", "exec", &cables.name],
                listen: &listen,
            };
            tried(&World::make(postgres, None), own, |cut| cables.cut(cut), "a network of its own");
        }
        None => {
            eprintln!("no network namespaces here: the network is cut by a proxy that says nothing any more");
            let Some(postgres) = Postgres::start(&[]) else { return };
            let proxy = Proxy::before(format!("127.0.0.1:{}", postgres.port()));
            let database = Postgres::address("127.0.0.1", proxy.port);
            let own = Own { settings: &[("ASSIZE_STORE", &database)], ..Own::NONE };
            let cut = |cut| proxy.is(if cut { Mode::Silent } else { Mode::Passes });
            tried(&World::make(postgres, None), own, cut, "a proxy");
        }
    }
}

/// Cuts one of two replicas off, in mid-load.
fn tried(world: &World, own: Own<'_>, cut: impl Fn(bool), by: &str) {
    let replicas = vec![Replica::start(world, "whole"), Replica::start_as(world, "cut", own)];
    let bases = Bases::default();
    bases.are(&replicas);
    let load = Load::begin(world, &bases);
    for _ in 0..CUTS {
        let done = load.done();
        until("acts go on", || load.done() > done + 32);
        cut(true);
        until("the one that is cut off says that it is not ready", || replicas[1].ready() == 503);
        assert!(replicas[1].is_alive(), "and lives");
        // What it held, the head's lock among it, is let go of, and the other goes on.
        let done = load.done();
        until("the other goes on", || load.done() > done + 24);
        assert_eq!(replicas[0].ready(), 200);
        cut(false);
        until("the one that was cut off is ready again", || replicas[1].ready() == 200);
        let done = load.done();
        until("both go on", || load.done() > done + 24);
    }
    let came = load.end();
    replicas.into_iter().for_each(Replica::end);
    world.holds(&came.acked);
    println!(
        "{} acts acknowledged, cut {CUTS} times by {by}, {} acts sent again, {} of them done before",
        came.acked.len(),
        came.again,
        came.repeated
    );
}

/// A network namespace, and two cables to it: one for the database, which is cut, and one for clients.
struct Cables {
    name: String,
    /// What its addresses begin with.
    network: String,
}

/// The cables.
const DATABASE: u8 = 1;
const CLIENTS: u8 = 2;

impl Cables {
    /// Makes them; none where that is not allowed.
    fn lay() -> Option<Self> {
        if !is_root() {
            return None;
        }
        let number = std::process::id();
        let cables = Self {
            name: format!("assize{number}"),
            network: format!("10.{}.{}", 64 + number / 63 % 60, number % 63 * 4),
        };
        let made = run(&["netns", "add", &cables.name]);
        let whole = made
            && run(&["-n", &cables.name, "link", "set", "lo", "up"])
            && [DATABASE, CLIENTS].into_iter().all(|cable| cables.lay_one(cable));
        // What was made so far goes with it where it is not whole.
        whole.then_some(cables)
    }

    fn lay_one(&self, cable: u8) -> bool {
        let (here, there) = (self.link(cable), format!("there{cable}"));
        run(&["link", "add", &here, "type", "veth", "peer", "name", &there, "netns", &self.name])
            && run(&["addr", "add", &format!("{}/30", self.here(cable)), "dev", &here])
            && run(&["link", "set", &here, "up"])
            && run(&["-n", &self.name, "addr", "add", &format!("{}/30", self.there(cable)), "dev", &there])
            && run(&["-n", &self.name, "link", "set", &there, "up"])
    }

    fn link(&self, cable: u8) -> String {
        format!("as{cable}x{}", self.name.trim_start_matches("assize"))
    }

    /// The address of a cable's end on this side.
    fn here(&self, cable: u8) -> String {
        self.address(cable, 1)
    }

    /// The address of its end on the other.
    fn there(&self, cable: u8) -> String {
        self.address(cable, 2)
    }

    fn address(&self, cable: u8, end: u8) -> String {
        let (front, third) = self.network.rsplit_once('.').unwrap();
        format!("{front}.{}.{}", third.parse::<u8>().unwrap() + cable, end)
    }

    /// Cuts the cable to the database, or mends it: each end speaks to a neighbour that is not there, and nobody is told of it.
    fn cut(&self, cut: bool) {
        let (link, here, there) = (self.link(DATABASE), self.here(DATABASE), self.there(DATABASE));
        let far = format!("there{DATABASE}");
        let inside = ["-n", &self.name];
        for (begin, neighbour, link) in [(&[][..], &there, &link), (&inside[..], &here, &far)] {
            let said: &[&str] = if cut {
                &[
                    "neigh",
                    "replace",
                    neighbour,
                    "lladdr",
                    "02:00:00:00:00:66",
                    "dev",
                    link,
                    "nud",
                    "permanent",
                ]
            } else {
                &["neigh", "del", neighbour, "dev", link]
            };
            assert!(run(&[begin, said].concat()));
        }
    }
}

impl Drop for Cables {
    fn drop(&mut self) {
        for cable in [DATABASE, CLIENTS] {
            let _ = run(&["link", "del", &self.link(cable)]);
        }
        let _ = run(&["netns", "del", &self.name]);
    }
}

fn run(args: &[&str]) -> bool {
    Command::new("ip").args(args).output().is_ok_and(|output| output.status.success())
}
