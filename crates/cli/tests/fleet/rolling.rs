//! Replicas that are replaced one after the other, and tables that a later version has changed meanwhile.

use super::clients::{Bases, Load};
use super::replica::{Own, Replica};
use super::world::{World, until};

#[test]
fn replicas_are_replaced_in_mid_load_and_say_beforehand_that_they_end() {
    let Some(world) = World::in_bucket() else { return };
    let own = Own { settings: &[("ASSIZE_STOP_NOTICE_SECONDS", "2")], ..Own::NONE };
    let old = |number: usize| Replica::start_as(&world, &format!("old-{number}"), own);
    let mut replicas: Vec<Replica> = (0..2).map(old).collect();
    let bases = Bases::default();
    bases.are(&replicas);
    let load = Load::begin(&world, &bases);
    for number in 0..2 {
        let done = load.done();
        until("acts go on", || load.done() > done + 16);
        // The new one first, then the old one is told to end; it says so while it still takes what comes, and ends with everything answered.
        let new = Replica::start(&world, &format!("new-{number}"));
        let old = replicas.remove(0);
        old.tell_to_end();
        until("a replica that ends says that it is not ready", || old.ready() != 200);
        replicas.push(new);
        bases.are(&replicas);
        assert_eq!(old.ended().code(), Some(0));
    }
    let came = load.end();
    replicas.into_iter().for_each(Replica::end);
    world.holds(&came.acked);
    println!(
        "{} acts acknowledged while both replicas were replaced, {} acts sent again",
        came.acked.len(),
        came.again
    );
}

#[test]
fn a_replica_goes_on_beside_a_later_version_until_that_takes_something_away() {
    let Some(world) = World::in_bucket() else { return };
    let old = Replica::start(&world, "old");
    let bases = Bases::default();
    let more = |description: &str, version: i64| {
        world.run_sql(&format!(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ({version}, '{description}', TRUE, '\\x00', 1)"
        ));
    };
    // A later version has added a table: who serves goes on, and one of the same old version can be started again.
    more("more of something", 900_001);
    assert_eq!(old.ready(), 200);
    let again = Replica::start(&world, "again");
    let replicas = vec![old, again];
    bases.are(&replicas);
    let load = Load::begin(&world, &bases);
    until("acts go on beside a later version", || load.done() > 16);
    let came = load.end();
    // It has taken something away: nobody of the old version is sent anything more, and none starts.
    more("contract something", 900_002);
    for replica in &replicas {
        until("a replica whose tables are gone says that it is not ready", || replica.ready() == 503);
    }
    let refused = world.command(&[]).args(["serve", "--listen", "127.0.0.1:0", "--json"]).output().unwrap();
    let said =
        String::from_utf8_lossy(&refused.stdout).into_owned() + &String::from_utf8_lossy(&refused.stderr);
    assert!(refused.status.code() == Some(2) && said.contains("later version"), "{said}");
    replicas.into_iter().for_each(Replica::end);
    world.run_sql("DELETE FROM _sqlx_migrations WHERE version > 900000");
    world.holds(&came.acked);
}

#[test]
fn a_replica_that_has_no_room_to_write_is_not_ready() {
    // A file system of a few megabytes, where one can be mounted, holds the log; else there is nothing to try it on.
    let Some(postgres) = super::postgres::Postgres::start(&[]) else { return };
    let world = World::make(postgres, None);
    let small = world.folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let Some(_mounted) = Mounted::at(&small) else {
        eprintln!("no file system can be mounted here: not tried with one that is full");
        return;
    };
    let evidence = small.display().to_string();
    let own = Own { settings: &[("ASSIZE_EVIDENCE", &evidence)], ..Own::NONE };
    let replica = Replica::start_as(&world, "small", own);
    std::fs::write(small.join("fills"), vec![0; 70 * 1024 * 1024]).unwrap();
    until("a replica without room says that it is not ready", || replica.ready() == 503);
    std::fs::remove_file(small.join("fills")).unwrap();
    until("one that has room again is ready", || replica.ready() == 200);
    replica.end();
}

/// A file system in memory, for as long as it is looked at.
struct Mounted(std::path::PathBuf);

impl Mounted {
    fn at(folder: &std::path::Path) -> Option<Self> {
        let mut mount = std::process::Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", "size=128m", "tmpfs"]).arg(folder).output().ok()?;
        done.status.success().then(|| Self(folder.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
