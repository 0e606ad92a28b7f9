//! Who is what to a record, on each database.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::collections::BTreeMap;

use assize_domain::access::Role;
use assize_domain::auditor::code::CODE;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::time::Date;
use assize_domain::words::Classification;
use assize_domain::{Key, Kind};
use assize_store::{DOOR_CODE_TRIES, Door, DoorCode, DoorNeed, Letter, Sight, SignIn, Stage, Store, Visit};
use common::{each_database, give, name_organization, register};
use serde_json::{Value, json};
use uuid::Uuid;

const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

/// A house with two programmes, each with an auditee and an audit of it, and people who are something to the first alone.
struct House {
    store: Store,
    people: BTreeMap<&'static str, Key>,
    keys: BTreeMap<&'static str, Key>,
}

const PEOPLE: [&str; 13] = [
    "manager", "other", "approver", "reviewer", "decider", "handler", "leader", "observer", "guide",
    "contact", "client", "stranger", "reader",
];

fn id(key: Key) -> String {
    key.id.to_string()
}

impl House {
    async fn give(&mut self, by: &str, name: &str, body: Value, keep: &'static str) -> Key {
        let key = give(&self.store, Some(self.people[by]), name, body).await;
        self.keys.insert(keep, key);
        key
    }

    async fn new(store: Store) -> Self {
        name_organization(&store).await;
        let mut house = Self { store, people: BTreeMap::new(), keys: BTreeMap::new() };
        for name in PEOPLE {
            let person = register(&house.store, name).await.subject().unwrap();
            house.people.insert(name, person);
        }
        house.programme("manager", "contact", ["auditee", "programme", "planned", "audit"]).await;
        house.programme("other", "stranger", ["auditee 2", "programme 2", "planned 2", "audit 2"]).await;
        house.initiated().await;
        house
    }

    async fn programme(&mut self, manager: &'static str, contact: &str, keep: [&'static str; 4]) {
        let auditee = json!({ "name": keep[0], "kind": "own", "units": [{ "key": "it", "name": "IT" }], "sites": [], "processes": [],
            "contacts": [{ "person": id(self.people[contact]), "function": "Head" }] });
        let auditee = self.give(manager, "auditee.register", auditee, keep[0]).await;
        let mut text =
            json!({ "title": keep[1], "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = self.give(manager, "programme.draft", text.clone(), keep[1]).await;
        let part = json!({ "auditee": id(auditee), "units": [], "sites": [], "processes": [] });
        let role = |house: &Self, who: &str, role: &str| json!({ "person": id(house.people[who]), "role": role, "competence": "years" });
        let mut policy = assize_domain::policy::Policy::default().to_json();
        (policy["competence"], policy["bars"]) = (json!([]), json!([]));
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        text["extent"] = json!({ "text": "all", "criteria": [CRITERIA], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
            "treatment": "begin early", "owner": id(self.people[manager]) }]);
        text["roles"] = json!([role(self, manager, "manager"), role(self, "approver", "approver")]);
        text["policy"] = policy;
        if manager == "manager" {
            let more = [
                ("reviewer", "technical_reviewer"),
                ("decider", "decision_maker"),
                ("handler", "complaint_handler"),
            ];
            let more = more.map(|(who, what)| role(self, who, what));
            text["roles"].as_array_mut().unwrap().extend(more);
        }
        self.give(manager, "programme.edit", json!({ "programme": id(programme), "text": text }), keep[1])
            .await;
        let outline = json!({ "title": keep[3], "audit_type": "internal", "part": part, "criteria": [CRITERIA],
            "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let outline = json!({ "programme": id(programme), "outline": outline });
        let planned = self.give(manager, "planned_audit.plan", outline, keep[2]).await;
        self.give("approver", "programme.establish", json!({ "programme": id(programme) }), keep[1]).await;
        self.give(manager, "programme.begin", json!({ "programme": id(programme) }), keep[1]).await;
        self.give(manager, "audit.open", json!({ "planned": id(planned) }), keep[3]).await;
    }

    /// The first audit with its team, initiated.
    async fn initiated(&mut self) {
        let audit = id(self.keys["audit"]);
        let leader = id(self.people["leader"]);
        self.give("leader", "code.accept", json!({ "person": leader, "code": CODE }), "leader").await;
        let none = json!({ "person": leader, "text": "No interests in any auditee", "interests": false });
        self.give("leader", "interests.declare", none, "leader").await;
        for (who, role) in [("leader", "leader"), ("observer", "observer"), ("guide", "guide")] {
            let body =
                json!({ "audit": audit, "person": id(self.people[who]), "role": role, "safeguards": [] });
            self.give("manager", "audit.appoint", body, "audit").await;
        }
        let contact = json!({ "audit": audit, "with": id(self.people["contact"]), "at": "2026-01-05T09:00:00Z",
            "channel": "telephone", "note": "Agreed to send the documents" });
        self.give("leader", "audit.contact", contact, "audit").await;
        let enough = json!({ "enough": true, "remark": "agreed on the telephone" });
        let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
        self.give("leader", "audit.judge_feasibility", feasible, "audit").await;
        let initiation = json!({ "client": id(self.people["client"]), "objectives": [{ "key": "c", "text": "Conformity" }],
            "scope": "All", "part": { "auditee": id(self.keys["auditee"]), "units": ["it"], "sites": [], "processes": [] },
            "criteria": [CRITERIA], "soa": null, "method": "remote", "language": "en", "areas": [] });
        self.give("leader", "audit.initiate", json!({ "audit": audit, "initiation": initiation }), "audit")
            .await;
    }

    async fn roles(&self, who: &str, what: &str) -> Vec<Role> {
        let ties = self.store.ties(self.keys[what]).await.unwrap().unwrap();
        self.standing(who).await.roles(&ties)
    }

    async fn standing(&self, who: &str) -> assize_domain::access::Standing {
        let person: PersonId = self.people[who].id.into();
        self.store.standing(Some(person), false, today()).await.unwrap()
    }

    async fn sight(&self, who: &str) -> Sight {
        self.store.audits_in_sight(&self.standing(who).await).await.unwrap()
    }

    async fn released(&self, what: &str) -> bool {
        self.store.ties(self.keys[what]).await.unwrap().unwrap().released
    }
}

fn today() -> Date {
    "2026-11-30".parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_has_no_ties_whatever_its_kind() {
    for base in each_database().await {
        let store = base.make().await;
        for kind in Kind::ALL {
            let key = Key { kind: *kind, id: Uuid::from_u128(7) };
            assert_eq!(store.ties(key).await.unwrap(), None, "{kind}");
        }
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_to_an_audit_what_team_programme_and_auditee_say() {
    for base in each_database().await {
        let house = House::new(base.make().await).await;
        for (who, role) in [
            ("manager", Role::ProgrammeManager),
            ("approver", Role::Approver),
            ("leader", Role::Leader),
            ("observer", Role::Observer),
            ("guide", Role::Guide),
            ("contact", Role::AuditeeContact),
            ("client", Role::AuditClient),
        ] {
            assert_eq!(house.roles(who, "audit").await, [role], "{who}");
        }
        // Nobody reviews or decides before there is a report, and whoever handles complaints needs one to handle.
        for who in ["other", "reviewer", "decider", "handler", "stranger", "reader"] {
            assert_eq!(house.roles(who, "audit").await, [], "{who}");
        }
        for who in ["manager", "leader", "observer", "guide", "contact", "client", "reviewer"] {
            assert_eq!(house.roles(who, "audit 2").await, [], "{who}");
        }
        assert_eq!(house.roles("stranger", "audit 2").await, [Role::AuditeeContact]);
        assert!(house.released("audit").await, "the auditee was contacted");
        assert!(!house.released("audit 2").await, "nobody has spoken to the auditee");
        assert_eq!(house.roles("reviewer", "programme").await, [Role::TechnicalReviewer]);
        assert_eq!(house.roles("leader", "programme").await, []);
        assert_eq!(house.roles("approver", "planned").await, [Role::Approver]);
        assert_eq!(house.roles("leader", "auditee").await, [Role::Leader]);
        assert_eq!(house.roles("contact", "auditee").await, [Role::AuditeeContact]);
        assert_eq!(house.roles("contact", "auditee 2").await, []);
        // The registers are kept by whoever manages a programme.
        assert_eq!(house.roles("other", "auditee").await, [Role::ProgrammeManager]);
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_dismissed_is_nothing_to_the_audit_any_more() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        let audit = id(house.keys["audit"]);
        let gone = json!({ "audit": audit, "person": id(house.people["observer"]), "reason": "has moved" });
        house.give("manager", "audit.dismiss", gone, "audit").await;
        assert_eq!(house.roles("observer", "audit").await, []);
        assert_eq!(house.sight("observer").await, Sight::These([].into()));
        assert_eq!(house.roles("guide", "audit").await, [Role::Guide]);
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_an_audit_are_theirs_who_are_addressed_and_of_those_who_took_them() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        let audit = id(house.keys["audit"]);
        let contact = id(house.people["contact"]);
        let ask =
            json!({ "audit": audit, "to": contact, "question": "Who owns the risks?", "due": "2036-01-01" });
        house.give("leader", "request.ask", ask, "request").await;
        assert_eq!(house.roles("contact", "request").await, [Role::AuditeeContact, Role::Themself]);
        assert!(house.released("request").await);
        let message = json!({ "audit": audit, "kind": "progress", "text": "On time", "told": [id(house.people["client"])] });
        house.give("leader", "message.log", message, "message").await;
        assert_eq!(house.roles("client", "message").await, [Role::AuditClient, Role::Themself]);
        assert_eq!(house.roles("contact", "message").await, [Role::AuditeeContact]);
        assert!(!house.released("message").await, "it was said to one of them");
        let stored = house.store.blobs().put(bytes::Bytes::from_static(b"secret")).await.unwrap();
        let take = json!({ "audit": audit, "name": "keys.txt", "sha256": stored.sha256, "bytes": 6, "media": "text/plain",
            "classification": "restricted" });
        house.give("observer", "evidence.take", take, "evidence").await;
        let ties = house.store.ties(house.keys["evidence"]).await.unwrap().unwrap();
        assert_eq!((ties.classification, ties.released), (Some(Classification::Restricted), false));
        assert_eq!(house.roles("observer", "evidence").await, [Role::Observer, Role::Themself]);
        assert_eq!(house.roles("leader", "evidence").await, [Role::Leader]);
        // Who took it and has left is nothing to it.
        let gone = json!({ "audit": audit, "person": id(house.people["observer"]), "reason": "has moved" });
        house.give("manager", "audit.dismiss", gone, "audit").await;
        assert_eq!(house.roles("observer", "evidence").await, []);
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_opens_its_audit_to_whom_it_was_given_and_as_long_as_it_is() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        let audit = id(house.keys["audit"]);
        let body = json!({ "kind": "complaint", "audit": audit, "from": "A visitor", "text": "They were late", "received": "2026-02-01" });
        let complaint = id(house.give("contact", "complaint.receive", body, "complaint").await);
        assert_eq!(house.roles("handler", "complaint").await, [Role::ComplaintHandler]);
        assert_eq!(house.roles("contact", "complaint").await, [Role::Themself]);
        assert_eq!(house.roles("leader", "complaint").await, [], "it may be about the leader");
        assert_eq!(house.roles("handler", "audit").await, []);
        let assign = json!({ "complaint": complaint, "handler": id(house.people["handler"]) });
        house.give("manager", "complaint.assign", assign, "complaint").await;
        assert_eq!(house.roles("handler", "audit").await, [Role::ComplaintHandler]);
        assert!(house.sight("handler").await.holds(AuditId::from(house.keys["audit"].id)));
        let decide = json!({ "complaint": complaint, "decision": "They were not", "upheld": false });
        house.give("handler", "complaint.decide", decide, "complaint").await;
        assert_eq!(house.roles("handler", "audit").await, []);
        assert_eq!(house.roles("handler", "complaint").await, [Role::ComplaintHandler]);
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_given_holds_in_its_time_over_what_it_names() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        let right = |role: &str, over: Value, from: &str, to: Option<&str>, who: Key| json!({ "person": id(who), "role": role, "over": over, "period": { "from": from, "to": to }, "reason": "peer assessment" });
        let (reader, stranger) = (house.people["reader"], house.people["stranger"]);
        let over = json!({ "is": "audit", "audit": id(house.keys["audit"]) });
        let read = right("reader", over.clone(), "2026-11-30", Some("2027-01-31"), reader);
        let grant = house.give("manager", "access.grant", read, "grant").await;
        assert_eq!(house.roles("reader", "audit").await, [Role::Reader]);
        assert_eq!(house.roles("reader", "audit 2").await, []);
        assert_eq!(house.roles("reader", "programme").await, []);
        assert_eq!(house.sight("reader").await, Sight::These([AuditId::from(house.keys["audit"].id)].into()));
        assert_eq!(house.roles("reader", "grant").await, [Role::Reader, Role::Themself]);
        assert_eq!(house.roles("manager", "grant").await, [Role::ProgrammeManager, Role::Themself]);
        let person: PersonId = reader.id.into();
        for (on, held) in
            [("2026-11-29", false), ("2026-11-30", true), ("2027-01-31", true), ("2027-02-01", false)]
        {
            let standing = house.store.standing(Some(person), false, on.parse().unwrap()).await.unwrap();
            assert_eq!(!standing.grants.is_empty(), held, "{on}");
        }
        let withdraw = json!({ "access_grant": id(grant), "reason": "it was read" });
        house.give("manager", "access.withdraw", withdraw, "grant").await;
        assert_eq!(house.roles("reader", "audit").await, []);
        let over = json!({ "is": "programme", "programme": id(house.keys["programme"]) });
        let read = right("reader", over, "2026-11-30", Some("2027-01-31"), reader);
        house.give("manager", "access.grant", read, "grant").await;
        for what in ["programme", "planned", "audit"] {
            assert_eq!(house.roles("reader", what).await, [Role::Reader], "{what}");
        }
        // Who drafts programmes keeps the registers, and is nothing to the programmes of others and their audits.
        let whole = json!({ "is": "organization" });
        let drafts = right("programme_manager", whole, "2026-11-30", None, stranger);
        house.give("manager", "access.grant", drafts, "grant").await;
        assert_eq!(house.roles("stranger", "auditee").await, [Role::ProgrammeManager]);
        for what in ["programme", "planned", "audit"] {
            assert_eq!(house.roles("stranger", what).await, [], "{what}");
        }
        let draft =
            json!({ "title": "New", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "4" });
        house.give("stranger", "programme.draft", draft, "new").await;
        assert_eq!(house.roles("stranger", "new").await, [Role::ProgrammeManager]);
        assert_eq!(house.roles("leader", "new").await, []);
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_something_to_an_audit_has_it_in_sight() {
    for base in each_database().await {
        let house = House::new(base.make().await).await;
        for who in PEOPLE {
            let sight = house.sight(who).await;
            for what in ["audit", "audit 2"] {
                let roles = house.roles(who, what).await;
                // An approver is named in the programme and sees no audit by that.
                let something = roles.iter().any(|role| *role != Role::Approver);
                let there = sight.holds(AuditId::from(house.keys[what].id));
                assert!(there || !something, "{who} is {roles:?} to {what}");
            }
        }
        assert!(!house.sight("leader").await.holds(AuditId::from(house.keys["audit 2"].id)));
        let operator = house.store.standing(None, true, today()).await.unwrap();
        assert_eq!(house.store.audits_in_sight(&operator).await.unwrap(), Sight::All);
        let manager = house.standing("manager").await;
        let programmes = house.store.programmes_in_sight(&manager).await.unwrap().unwrap();
        assert_eq!(programmes, [house.keys["programme"].id.into()].into());
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_is_to_many_audits_at_once_is_what_they_are_to_each() {
    for base in each_database().await {
        let house = House::new(base.make().await).await;
        let audits: Vec<AuditId> = ["audit", "audit 2"].map(|name| house.keys[name].id.into()).to_vec();
        for who in PEOPLE {
            let standing = house.standing(who).await;
            let many = house.store.audit_ties(standing.person, &audits).await.unwrap();
            assert_eq!(many.len(), 2, "{who}");
            for ties in many {
                let one = house.store.ties(ties.key).await.unwrap().unwrap();
                assert_eq!(standing.roles(&ties), standing.roles(&one), "{who}");
                assert_eq!((ties.released, ties.programme), (one.released, one.programme), "{who}");
            }
        }
        let none = house.store.audit_ties(None, &audits).await.unwrap();
        assert!(none.iter().all(|ties| ties.people.is_empty()));
        assert!(house.store.audit_ties(None, &[Uuid::from_u128(7).into()]).await.unwrap().is_empty());
        house.store.close().await;
    }
}

// ------------------------------------------------------------------------------------------------------ the auditee's door

/// Milliseconds after 1970, some minutes from now.
fn in_minutes(minutes: i64) -> i64 {
    i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap() + minutes * 60_000
}

impl House {
    fn person(&self, who: &str) -> PersonId {
        self.people[who].id.into()
    }

    fn audit(&self) -> AuditId {
        self.keys["audit"].id.into()
    }

    async fn has_address(&mut self, who: &'static str) {
        let update = json!({ "person": id(self.people[who]), "name": who, "email": format!("{who}@example.com"),
            "employer": "Yard", "languages": ["en"], "zone": "UTC" });
        self.give("manager", "person.update", update, who).await;
    }

    /// A door for the contact, and its link.
    async fn door(&self) -> (Door, String) {
        self.store.make_door(self.person("contact"), self.audit(), None, in_minutes(60)).await.unwrap()
    }

    /// The code that is posted when one is asked for at a link.
    async fn code(&self, link: &str) -> String {
        let mut posted = None;
        let letter = |door: &Door, code: &str, address: String| {
            assert_eq!(address, "contact@example.com");
            posted = Some(code.to_owned());
            Letter {
                kind: "door_code",
                person: Some(door.person),
                address,
                language: "en".to_owned(),
                subject: "Code".to_owned(),
                body: code.to_owned(),
            }
        };
        assert_eq!(self.store.post_door_code(link, letter).await.unwrap(), DoorCode::Posted);
        posted.unwrap()
    }

    async fn enters(&self, link: &str, code: &str) -> SignIn {
        self.store.enter_door(link, code, &Visit::default()).await.unwrap()
    }

    async fn is_in(&self, secret: &str) -> bool {
        self.store.session_of(secret).await.unwrap().is_some()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_lets_its_contact_in_by_link_and_code_and_to_its_audit_alone() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        let (contact, audit) = (house.person("contact"), house.audit());
        let needs = async |house: &House, who: &str, minutes| {
            house.store.door_needs(house.person(who), audit, in_minutes(minutes)).await.unwrap()
        };
        assert_eq!(needs(&house, "contact", 60).await, Some(DoorNeed::Address));
        house.has_address("contact").await;
        assert_eq!(needs(&house, "contact", 60).await, None);
        assert_eq!(needs(&house, "client", 60).await, Some(DoorNeed::Contact));
        assert_eq!(needs(&house, "contact", -1).await, Some(DoorNeed::Day));
        assert_eq!(needs(&house, "contact", 60 * 24 * 500).await, Some(DoorNeed::Day));

        let (door, link) = house.door().await;
        assert!(
            door.holds && door.sessions == 0 && house.store.door_of_link("no link").await.unwrap().is_none()
        );
        assert_eq!(house.enters(&link, "").await, SignIn::Wrong, "no code was sent yet");
        let first = house.code(&link).await;
        let code = house.code(&link).await;
        assert_eq!(house.store.waiting_door_letter(contact).await.unwrap().as_deref(), Some(code.as_str()));
        if first != code {
            assert_eq!(house.enters(&link, &first).await, SignIn::Wrong, "the last code alone is good");
        }
        let (half, rest) = code.split_at(4);
        let SignIn::Begun(begun) = house.enters(&link, &format!(" {half} {rest}")).await else {
            panic!("the code lets in")
        };
        assert_eq!(begun.session.stage, Stage::Door);
        assert_eq!(begun.session.door.as_ref().map(|door| door.audit), Some(audit));
        assert_eq!(begun.device, None, "a browser is not known by a door");
        assert_eq!(house.enters(&link, &code).await, SignIn::Wrong, "a code is good once");
        let session = house.store.session_of(&begun.secret).await.unwrap().unwrap();
        assert_eq!((session.person, session.stage), (Some(contact), Stage::Door));
        assert!(!session.recent(60, house.store.now()), "nobody shows by a door what binds");
        let listed = house.store.doors_of(audit).await.unwrap();
        assert_eq!((listed.len(), listed[0].sessions), (1, 1));

        // What the session is to the records of the house: a contact of the auditee of its audit, whatever else the person is.
        let mut standing = house.standing("manager").await;
        standing.door = Some(audit);
        let of = |standing: &assize_domain::access::Standing, ties: &assize_domain::access::Ties| {
            standing.roles(ties)
        };
        let ties = house.store.ties(house.keys["audit"]).await.unwrap().unwrap();
        assert_eq!(of(&standing, &ties), [], "a manager is no manager by a door");
        let mut standing = house.standing("contact").await;
        standing.door = Some(audit);
        assert_eq!(of(&standing, &ties), [Role::AuditeeContact]);
        let auditee = house.store.ties(house.keys["auditee"]).await.unwrap().unwrap();
        assert_eq!(of(&standing, &auditee), []);
        assert_eq!(
            house.store.audits_in_sight(&standing).await.unwrap(),
            Sight::These(std::collections::BTreeSet::from([audit]))
        );

        // A door that is made anew closes the one before, with what began by it.
        let (_, again) = house.door().await;
        assert!(!house.is_in(&begun.secret).await);
        assert!(house.store.door_of_link(&link).await.unwrap().is_none());
        assert!(house.store.door_of_link(&again).await.unwrap().is_some());
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_guessed_five_times_at_the_most() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        house.has_address("contact").await;
        let (_, link) = house.door().await;
        let code = house.code(&link).await;
        let wrong = if code == "00000000" { "00000001" } else { "00000000" };
        for _ in 0..DOOR_CODE_TRIES {
            assert_eq!(house.enters(&link, wrong).await, SignIn::Wrong);
        }
        let came = house.enters(&link, &code).await;
        assert!(matches!(came, SignIn::Wrong | SignIn::Wait { .. }), "{came:?}");
        // Guesses are counted for the door, so that another code does not begin the count anew.
        house.code(&link).await;
        let mut waits = false;
        for _ in 0..4 {
            waits |= matches!(house.enters(&link, wrong).await, SignIn::Wait { .. });
        }
        assert!(waits, "whoever goes on guessing waits");
        house.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_is_shut_with_its_day_its_person_and_its_audit() {
    for base in each_database().await {
        let mut house = House::new(base.make().await).await;
        house.has_address("contact").await;
        let contact = house.person("contact");
        let (_, past) = house.store.make_door(contact, house.audit(), None, in_minutes(-1)).await.unwrap();
        assert!(house.store.door_of_link(&past).await.unwrap().is_none(), "its day is over");

        let (door, link) = house.door().await;
        let code = house.code(&link).await;
        let SignIn::Begun(begun) = house.enters(&link, &code).await else { panic!() };
        house.store.invite(contact, None).await.unwrap();
        house.store.lock_account(contact).await.unwrap();
        assert!(house.store.door_of_link(&link).await.unwrap().is_none(), "the person is locked");
        assert!(!house.is_in(&begun.secret).await);
        house.store.unlock_account(contact).await.unwrap();

        let code = house.code(&link).await;
        let SignIn::Begun(begun) = house.enters(&link, &code).await else { panic!() };
        let alone = |contacts: Value, house: &House| {
            json!({ "auditee": id(house.keys["auditee"]), "name": "auditee", "kind": "own",
                "units": [{ "key": "it", "name": "IT" }], "sites": [], "processes": [], "contacts": contacts })
        };
        let nobody = alone(json!([]), &house);
        house.give("manager", "auditee.update", nobody, "auditee").await;
        assert!(!house.is_in(&begun.secret).await, "they are no contact any more");
        let back = alone(json!([{ "person": id(house.people["contact"]), "function": "Head" }]), &house);
        house.give("manager", "auditee.update", back, "auditee").await;
        assert!(house.store.door_of_link(&link).await.unwrap().is_some());

        let code = house.code(&link).await;
        let SignIn::Begun(begun) = house.enters(&link, &code).await else { panic!() };
        assert!(house.is_in(&begun.secret).await);
        let cancel = json!({ "audit": id(house.keys["audit"]), "reason": "The yard is sold" });
        house.give("manager", "audit.cancel", cancel, "audit").await;
        assert!(!house.is_in(&begun.secret).await, "the audit is over");
        assert!(!house.store.door(&door.id).await.unwrap().unwrap().holds);
        assert_eq!(
            house.store.door_needs(contact, house.audit(), in_minutes(60)).await.unwrap(),
            Some(DoorNeed::AuditRuns)
        );
        assert!(house.store.close_door(&door.id).await.unwrap());
        assert!(!house.store.close_door(&door.id).await.unwrap(), "it is closed once");
        house.store.close().await;
    }
}
