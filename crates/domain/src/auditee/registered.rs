//! Auditees: units, sites, processes and contacts (ISO 19011:2018 5.4.3).

use std::collections::BTreeSet;

use super::{Auditee, AuditeeKind, Contact, Process, Site, Unit};
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::AuditeeId;
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::{field_named, say};
use crate::kernel::text::{Line, Slug};
use crate::kernel::zone::check_zone;
use crate::registry::Event;

rules! {
    AUDITEE_KEYS = "auditee.keys", "ISO 19011:2018 5.4.3", "units, sites and processes, each under a key of its own";
    AUDITEE_PARENTS = "auditee.parents", "ISO 19011:2018 5.4.3", "units, each part of at most one other of the same auditee, and none of itself";
    AUDITEE_CONTACTS = "auditee.contacts", "ISO 19011:2018 6.2.2", "contacts, each named once";
}

data! {
    /// What the register says of an auditee.
    pub struct AuditeeText {
        /// Its name.
        name: Line,
        /// What it is to the auditing organization.
        kind: AuditeeKind,
        /// Units.
        units: Vec<Unit>,
        /// Sites.
        sites: Vec<Site>,
        /// Processes.
        processes: Vec<Process>,
        /// Contacts.
        contacts: Vec<Contact>,
    }
}

command! {
    /// Enters an auditee into the register.
    pub struct RegisterAuditee("auditee.register") {
        /// Its name.
        name: Line,
        /// What it is to the auditing organization.
        kind: AuditeeKind,
        /// Units.
        units: Vec<Unit>,
        /// Sites.
        sites: Vec<Site>,
        /// Processes.
        processes: Vec<Process>,
        /// Contacts.
        contacts: Vec<Contact>,
    }

    /// Changes what the register says of an auditee.
    pub struct UpdateAuditee("auditee.update" on auditee) {
        /// The auditee.
        auditee: AuditeeId,
        /// Its name.
        name: Line,
        /// What it is to the auditing organization.
        kind: AuditeeKind,
        /// Units.
        units: Vec<Unit>,
        /// Sites.
        sites: Vec<Site>,
        /// Processes.
        processes: Vec<Process>,
        /// Contacts.
        contacts: Vec<Contact>,
    }
}

event! {
    /// An auditee was entered into the register.
    pub struct AuditeeRegistered("auditee.registered" v 1, auditee) {
        /// The auditee.
        auditee: AuditeeId,
        /// What the register says.
        text: AuditeeText,
    }

    /// What the register says of an auditee was changed.
    pub struct AuditeeUpdated("auditee.updated" v 1, auditee) {
        /// The auditee.
        auditee: AuditeeId,
        /// What the register says now.
        text: AuditeeText,
    }
}

impl AuditeeText {
    /// Whether the way up from a unit ends, as it does after as many steps as there are units.
    fn is_rooted(&self, unit: &Unit) -> bool {
        let mut at = Some(unit);
        for _ in 0..=self.units.len() {
            let Some(unit) = at else { return true };
            at = unit.parent.as_ref().and_then(|parent| self.units.iter().find(|one| one.key == *parent));
        }
        at.is_none()
    }

    fn check(&self, world: &World) -> Result<(), Stop> {
        let mut check = Check::new();
        let lists: [(&str, Vec<&Slug>); 3] = [
            ("units", self.units.iter().map(|unit| &unit.key).collect()),
            ("sites", self.sites.iter().map(|site| &site.key).collect()),
            ("processes", self.processes.iter().map(|process| &process.key).collect()),
        ];
        for (list, keys) in lists {
            let mut seen = BTreeSet::new();
            for (n, key) in keys.iter().enumerate() {
                check.that(
                    seen.insert(*key),
                    &AUDITEE_KEYS,
                    format!("/{list}/{n}/key"),
                    say!("the key `{key}` stands twice among the {list}", key, list = field_named(list)),
                    "give each a key of its own",
                );
            }
        }
        for (n, unit) in self.units.iter().enumerate() {
            let Some(parent) = &unit.parent else { continue };
            let at = format!("/units/{n}/parent");
            let is_there = self.units.iter().any(|other| other.key == *parent);
            check.that(
                is_there,
                &AUDITEE_PARENTS,
                &at,
                say!("no unit has the key `{key}`", key = parent),
                "name the key of another unit of the list",
            );
            check.that(
                !is_there || self.is_rooted(unit),
                &AUDITEE_PARENTS,
                &at,
                say!("`{key}` is part of itself, by way of what it is part of", key = &unit.key),
                "leave out one of the parents that lead round",
            );
        }
        for (n, site) in self.sites.iter().enumerate() {
            check_zone(&site.zone, format!("/sites/{n}/zone"), &mut check);
        }
        let mut seen = BTreeSet::new();
        world.want(self.contacts.iter().map(|contact| contact.person))?;
        for (n, contact) in self.contacts.iter().enumerate() {
            let at = format!("/contacts/{n}/person");
            named::<Person>(world, contact.person, &at)?;
            check.that(
                seen.insert(contact.person),
                &AUDITEE_CONTACTS,
                at,
                "the person stands twice among the contacts",
                "name each contact once, with all they do there",
            );
        }
        check.done()
    }
}

impl Decide for RegisterAuditee {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let text = AuditeeText {
            name: self.name.clone(),
            kind: self.kind,
            units: self.units.clone(),
            sites: self.sites.clone(),
            processes: self.processes.clone(),
            contacts: self.contacts.clone(),
        };
        text.check(world)?;
        Ok(vec![AuditeeRegistered { auditee: ctx.id()?, text }.into()])
    }
}

impl Apply for AuditeeRegistered {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        let text = self.text.clone();
        world.add(Auditee {
            id: self.auditee,
            name: text.name,
            kind: text.kind,
            units: text.units,
            sites: text.sites,
            processes: text.processes,
            contacts: text.contacts,
        })
    }
}

impl Decide for UpdateAuditee {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Auditee>(self.auditee)?;
        let text = AuditeeText {
            name: self.name.clone(),
            kind: self.kind,
            units: self.units.clone(),
            sites: self.sites.clone(),
            processes: self.processes.clone(),
            contacts: self.contacts.clone(),
        };
        text.check(world)?;
        Ok(vec![AuditeeUpdated { auditee: self.auditee, text }.into()])
    }
}

impl Apply for AuditeeUpdated {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        let text = self.text.clone();
        world.edit::<Auditee>(self.auditee, |auditee| {
            auditee.name = text.name;
            auditee.kind = text.kind;
            auditee.units = text.units;
            auditee.sites = text.sites;
            auditee.processes = text.processes;
            auditee.contacts = text.contacts;
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::kernel::zone::ZONE_KNOWN;
    use crate::registry::Command;
    use crate::testing::{Bench, refused_at};

    fn body(bench: &Bench) -> Value {
        json!({ "name": "Another", "kind": "supplier",
            "units": [{ "key": "it", "name": "IT" }, { "key": "hr", "name": "People" }], "sites": [], "processes": [],
            "contacts": [{ "person": bench.cast.contact.to_string(), "function": "Head" },
                { "person": bench.cast.stranger.to_string(), "function": "Deputy" }] })
    }

    fn command(name: &str, body: &Value) -> Command {
        Command::read(name, body).unwrap().unwrap()
    }

    #[test]
    fn a_unit_is_part_of_another_and_never_of_itself() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let mut good = body(&bench);
        good["units"] = json!([{ "key": "ops", "name": "Operations", "parent": "it", "shifts": 3 },
            { "key": "it", "name": "IT", "parent": "co" }, { "key": "co", "name": "Company" }]);
        bench.done(manager, command("auditee.register", &good));
        for (unit, parent) in [(0, "nowhere"), (2, "co"), (2, "ops"), (1, "ops")] {
            let mut bad = good.clone();
            bad["units"][unit]["parent"] = json!(parent);
            let refused = bench.act(manager, command("auditee.register", &bad));
            let Err(Stop::Refused(refusals)) = refused else { panic!("{parent} was taken") };
            let at = format!("/units/{unit}/parent");
            assert!(
                refusals.iter().any(|one| one.rule.id == AUDITEE_PARENTS.id && one.at == at),
                "{parent}: {refusals:?}"
            );
        }
    }

    #[test]
    fn keys_and_contacts_stand_once() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let good = body(&bench);
        bench.done(manager, command("auditee.register", &good));
        let mut keys = good.clone();
        keys["units"][1]["key"] = json!("it");
        refused_at(bench.act(manager, command("auditee.register", &keys)), &AUDITEE_KEYS, "/units/1/key");
        let mut contacts = good.clone();
        contacts["contacts"][1] = contacts["contacts"][0].clone();
        let refused = bench.act(manager, command("auditee.register", &contacts));
        refused_at(refused, &AUDITEE_CONTACTS, "/contacts/1/person");
        let mut sites = good.clone();
        let site = |key: &str, zone: &str| json!({ "key": key, "name": key, "kind": "physical", "place": "There", "zone": zone });
        sites["sites"] = json!([site("a", "Europe/Vienna"), site("b", "Mars/Base")]);
        let refused = bench.act(manager, command("auditee.register", &sites));
        refused_at(refused, &ZONE_KNOWN, "/sites/1/zone");
        let mut update = keys;
        update["auditee"] = json!(bench.cast.auditee.to_string());
        refused_at(bench.act(manager, command("auditee.update", &update)), &AUDITEE_KEYS, "/units/1/key");
        let mut update = good;
        update["auditee"] = json!(bench.cast.auditee.to_string());
        bench.done(manager, command("auditee.update", &update));
        assert_eq!(bench.get::<Auditee>(bench.cast.auditee).name.as_str(), "Another");
    }
}
