//! What all files of an audit have in common: who is in them, where, and what stands for the management system.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::World;
use assize_domain::audit::{Audit, Initiation};
use assize_domain::auditee::{Auditee, Organization, organization_id};
use assize_domain::auditor::Person;
use assize_domain::evidence::{Evidence, EvidenceForm, Requirement};
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::{AuditId, EvidenceId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::programme::Programme;
use assize_domain::words::TeamRole;
use serde_json::{Value, json};

use super::{VERSION, dashed, filled, line, object, prop, token, uuid};

/// The role of whoever asked for the audit, of who audits and of who is audited.
const CLIENT: &str = "audit-client";
const AUDITING: &str = "auditing-organization";
const AUDITED: &str = "auditee";

/// The frame of an audit's files.
pub(super) struct Frame<'w> {
    pub(super) world: &'w World,
    pub(super) audit: &'w Audit,
    pub(super) initiation: Option<&'w Initiation>,
    pub(super) programme: &'w Programme,
    pub(super) auditee: &'w Auditee,
    pub(super) organization: Option<&'w Organization>,
    /// Whoever is named in the file, with their names.
    people: BTreeMap<PersonId, Option<&'w Person>>,
    /// When the file is made.
    at: Timestamp,
}

impl<'w> Frame<'w> {
    /// The frame, with the people of the team and the client; `also` are named in the file too.
    pub(super) fn read(
        world: &'w World,
        audit: AuditId,
        at: Timestamp,
        also: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, Stop> {
        let audit = world.get::<Audit>(audit)?;
        let initiation = audit.initiation().as_ref();
        let auditee = world.get::<Auditee>(*audit.auditee())?;
        let mut named: Vec<PersonId> = audit.team().iter().map(|member| member.person).collect();
        named.extend(initiation.map(|initiation| initiation.client));
        named.extend(auditee.contacts().iter().map(|contact| contact.person));
        named.extend(also);
        named.sort_unstable();
        named.dedup();
        world.want(named.iter().copied())?;
        let people = named
            .into_iter()
            .map(|person| world.find::<Person>(person).map(|found| (person, found)))
            .collect::<Result<_, Stop>>()?;
        Ok(Self {
            world,
            audit,
            initiation,
            programme: world.get::<Programme>(*audit.programme())?,
            auditee,
            organization: world.find::<Organization>(organization_id())?,
            people,
            at,
        })
    }

    /// The id of an audit's own things in a file.
    pub(super) fn id(&self, what: &str) -> String {
        uuid(&["audit", &self.audit.id().to_string(), what])
    }

    /// The metadata.
    pub(super) fn metadata(&self, title: &str, version: &str, props: Vec<Value>) -> Value {
        let mut all = vec![
            prop("audit", self.audit.id()),
            prop("audit-type", dashed(self.audit.audit_type().word())),
            prop("state", dashed(self.audit.state().word())),
            prop("programme", line(self.programme.title().as_str())),
        ];
        if let Some(initiation) = self.initiation {
            all.push(prop("language", &initiation.language));
            all.push(prop("method", dashed(initiation.method.word())));
            all.extend(initiation.criteria.iter().map(|criteria| prop("criteria", criteria)));
        }
        all.extend(props);
        let mut roles: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for member in self.audit.team() {
            roles.entry(dashed(member.role.word())).or_default().push(party(member.person));
        }
        if let Some(initiation) = self.initiation {
            roles.entry(CLIENT.to_owned()).or_default().push(party(initiation.client));
        }
        roles.entry(AUDITED.to_owned()).or_default().push(self.auditee_party());
        roles.entry(AUDITING.to_owned()).or_default().push(self.organization_party());
        filled([
            ("title", Value::from(line(title))),
            ("last-modified", Value::from(self.at.to_string())),
            ("version", Value::from(version)),
            ("oscal-version", Value::from(VERSION)),
            ("props", Value::from(all)),
            ("roles", roles.keys().map(|id| json!({ "id": id, "title": title_of(id) })).collect()),
            ("locations", self.locations()),
            ("parties", self.parties()),
            (
                "responsible-parties",
                roles.iter().map(|(id, who)| json!({ "role-id": id, "party-uuids": who })).collect(),
            ),
        ])
    }

    /// The auditee's sites.
    fn locations(&self) -> Value {
        let location = |site: &assize_domain::auditee::Site| {
            json!({
                "uuid": self.location(site.key.as_str()),
                "title": line(site.name.as_str()),
                "address": { "addr-lines": [line(site.place.as_str())] },
                "props": [prop("site", &site.key), prop("kind", site.kind.word()), prop("time-zone", &site.zone)],
            })
        };
        self.auditee.sites().iter().map(location).collect()
    }

    /// The id of a site of the auditee.
    pub(super) fn location(&self, site: &str) -> String {
        uuid(&["auditee", &self.auditee.id().to_string(), "site", site])
    }

    fn parties(&self) -> Value {
        let of_organization =
            |id: String, name: &str| json!({ "uuid": id, "type": "organization", "name": name });
        let auditing =
            self.organization.map_or("Auditing organization", |organization| organization.name().as_str());
        let mut parties = vec![
            of_organization(self.auditee_party(), &line(self.auditee.name().as_str())),
            of_organization(self.organization_party(), &line(auditing)),
        ];
        parties.extend(self.people.iter().map(|(id, person)| {
            let mail: Vec<String> =
                person.iter().filter_map(|person| person.email().as_ref().map(ToString::to_string)).collect();
            filled([
                ("uuid", Value::from(party(*id))),
                ("type", Value::from("person")),
                (
                    "name",
                    Value::from(
                        person.map_or_else(|| "(erased)".to_owned(), |person| line(person.name().as_str())),
                    ),
                ),
                ("email-addresses", Value::from(mail)),
            ])
        }));
        Value::from(parties)
    }

    /// The party that the auditee is.
    pub(super) fn auditee_party(&self) -> String {
        uuid(&["auditee", &self.auditee.id().to_string()])
    }

    fn organization_party(&self) -> String {
        uuid(&["organization", &organization_id().to_string()])
    }

    /// The id of the resource that stands for the management system.
    pub(super) fn management_system(&self) -> String {
        self.id("management system")
    }

    /// What is imported where OSCAL asks for a system security plan.
    pub(super) fn import_ssp(&self) -> Value {
        json!({
            "href": format!("#{}", self.management_system()),
            "remarks": "The auditee is an organization with a management system, not a system with a security plan: \
                        the resource says which management system was audited.",
        })
    }

    /// The resource that stands for the management system.
    pub(super) fn management_system_resource(&self) -> Value {
        let scope = self.initiation.map(|initiation| initiation.scope.to_string()).unwrap_or_default();
        let soa = self.initiation.and_then(|initiation| initiation.soa);
        filled([
            ("uuid", Value::from(self.management_system())),
            ("title", Value::from(format!("Management system of {}", line(self.auditee.name().as_str())))),
            ("description", Value::from(scope)),
            ("props", soa.iter().map(|soa| prop("statement-of-applicability", soa)).collect()),
        ])
    }

    /// The requirements that are audited, a selection for each set.
    pub(super) fn reviewed<'r>(&self, requirements: impl IntoIterator<Item = &'r Requirement>) -> Value {
        let mut sets: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for requirement in requirements {
            let set = requirement.criteria.as_str();
            let token = token(requirement.id.as_str());
            if seen.insert((set, token.clone())) {
                sets.entry(set).or_default().push(object([("control-id", token.into())]));
            }
        }
        if sets.is_empty() {
            // OSCAL wants at least one selection.
            return json!({ "control-selections": [{ "description": "No requirement has a working paper yet." }] });
        }
        let selection = |(set, controls): (&str, Vec<Value>)| {
            object([("props", vec![prop("criteria", set)].into()), ("include-controls", controls.into())])
        };
        object([("control-selections", sets.into_iter().map(selection).collect())])
    }

    /// People by the roles that they have in the audit: their place in the team, or the auditee's.
    pub(super) fn roles_of(&self, people: &[PersonId]) -> Value {
        let mut roles: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for person in people {
            let member = self.audit.team().iter().find(|member| member.person == *person);
            let role = member.map_or_else(|| AUDITED.to_owned(), |member| dashed(member.role.word()));
            roles.entry(role).or_default().push(party(*person));
        }
        roles.into_iter().map(|(role, who)| json!({ "role-id": role, "party-uuids": who })).collect()
    }

    /// Who did something: the person, or the auditing organization where it was its operator.
    pub(super) fn origin(&self, stamp: &Stamp) -> Value {
        let who = stamp.by.person().map_or_else(|| self.organization_party(), party);
        json!([{ "actors": [{ "type": "party", "actor-uuid": who }] }])
    }

    /// Who logged something.
    pub(super) fn logged_by(&self, stamp: &Stamp) -> Value {
        let who = stamp.by.person().map_or_else(|| self.organization_party(), party);
        json!([{ "party-uuid": who }])
    }
}

/// The party that a person is.
pub(super) fn party(person: PersonId) -> String {
    uuid(&["person", &person.to_string()])
}

/// The resource that a piece of evidence is.
pub(super) fn resource(evidence: EvidenceId) -> String {
    uuid(&["evidence", &evidence.to_string()])
}

/// A piece of evidence as a resource: the file is named by its digest, and not in the document.
pub(super) fn evidence_resource(evidence: &Evidence) -> Value {
    let mut props = vec![prop("classification", evidence.classification().word())];
    props.extend(evidence.source().as_ref().map(|source| prop("source", line(source.as_str()))));
    let (description, links) = match evidence.form() {
        EvidenceForm::Taken { sha256, bytes, media } => {
            props.push(prop("bytes", bytes));
            let link = filled([
                ("href", Value::from(format!("evidence/{sha256}"))),
                ("media-type", Value::from(if media.as_str().contains('/') { media.as_str() } else { "" })),
                ("hashes", json!([{ "algorithm": "SHA-256", "value": sha256.to_string() }])),
            ]);
            ("A file, kept by the auditing organization under its digest.".to_owned(), json!([link]))
        }
        EvidenceForm::Seen { what, at_place, seen_at, seen_by, seen_sha256 } => {
            props.push(prop("seen-not-taken", "true"));
            props.push(prop("seen-at", seen_at));
            props.push(prop("seen-by", party(*seen_by)));
            props.push(prop("place", line(at_place.as_str())));
            props.extend(seen_sha256.as_ref().map(|digest| prop("sha-256", digest)));
            (what.to_string(), Value::Null)
        }
    };
    filled([
        ("uuid", Value::from(resource(evidence.id()))),
        ("title", Value::from(line(evidence.name().as_str()))),
        ("description", Value::from(description)),
        ("props", Value::from(props)),
        ("rlinks", links),
    ])
}

/// What a role is called.
fn title_of(role: &str) -> &'static str {
    match role {
        CLIENT => "Audit client",
        AUDITING => "Auditing organization",
        AUDITED => "Auditee",
        "technical-expert" => "Technical expert",
        _ => match role.parse() {
            Ok(TeamRole::Leader) => "Audit team leader",
            Ok(TeamRole::Auditor) => "Auditor",
            Ok(TeamRole::Trainee) => "Auditor in training",
            Ok(TeamRole::Observer) => "Observer",
            Ok(TeamRole::Guide) => "Guide",
            Ok(TeamRole::Interpreter) => "Interpreter",
            _ => "Other",
        },
    }
}
