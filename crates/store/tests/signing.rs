//! Signing: acts that bind are signed or do not come about, on each database; and whatever is forged of a signature is found and named.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod authenticator;
mod common;

use std::io::{Cursor, Write as _};
use std::time::{SystemTime, UNIX_EPOCH};

use assize_domain::audit::{Meeting, spot_challenge};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::{Entry, SIGNATURE, SIGNER, canonical, hex};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::text::Sha256;
use assize_domain::{Actor, Command, Key, Kind};
use assize_store::{
    Act, ActError, Against, Done, Seal, SecretKey, SigningAsked, SigningCame, SigningProof, Store, Verdict,
    Visit, Which, Withhold, totp_at, verify, verify_dossier,
};
use assize_tlog::{SignerKey, leaf_hash};
use authenticator::{Authenticator, party};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::under_way::UnderWay;
use common::{Base, command, each_database, give, name_organization, register, signer};
use serde_json::{Value, json};

const PASSPHRASE: &str = "walrus under the tram";
const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// A house with a manager who has a passkey, and an approver who has a passphrase and codes.
struct House {
    base: Base,
    store: Store,
    manager: Key,
    approver: Key,
    auditee: Key,
    passkey: Authenticator,
    /// The secret of the approver's codes.
    secret: String,
    signer: SignerKey,
}

fn person(key: Key) -> PersonId {
    key.id.into()
}

fn id(key: Key) -> String {
    key.id.to_string()
}

impl House {
    async fn built(base: Base) -> Self {
        let store = base.make().await;
        store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
        name_organization(&store).await;
        let manager = register(&store, "Moira Manager").await.subject().unwrap();
        let approver = register(&store, "Odo Approver").await.subject().unwrap();
        let contact = register(&store, "Cleo Contact").await.subject().unwrap();
        let auditee = json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [],
            "contacts": [{ "person": id(contact), "function": "Head" }] });
        let auditee = give(&store, Some(manager), "auditee.register", auditee).await;
        let mut passkey = Authenticator::new(7);
        let asked = store.ask_new_passkey(person(manager), "moira", &party()).await.unwrap();
        let made = passkey.make(&asked);
        assert!(store.keep_passkey(person(manager), &asked.id, &made, "Key", &party()).await.unwrap());
        store.set_passphrase(person(approver), PASSPHRASE).await.unwrap().unwrap();
        let secret = store.begin_codes(person(approver), "odo").await.unwrap().secret;
        store.confirm_codes(person(approver), &totp_at(&secret, now())).await.unwrap().unwrap();
        let signer = signer("example.com/log", 7);
        Self { base, store, manager, approver, auditee, passkey, secret, signer }
    }

    /// A programme that can be established.
    async fn drafted(&self) -> Key {
        let draft = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = give(&self.store, Some(self.manager), "programme.draft", draft).await;
        let edit = json!({ "programme": id(programme), "text": self.text() });
        give(&self.store, Some(self.manager), "programme.edit", edit).await;
        let outline = json!({ "title": "Audit", "audit_type": "internal", "part": self.part(), "criteria": [CRITERIA],
            "window": { "from": "2026-01-02", "to": "2036-12-30" }, "days": "5", "methods": ["remote"],
            "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let planned = json!({ "programme": id(programme), "outline": outline });
        give(&self.store, Some(self.manager), "planned_audit.plan", planned).await;
        programme
    }

    fn part(&self) -> Value {
        json!({ "auditee": id(self.auditee), "units": [], "sites": [], "processes": [] })
    }

    fn text(&self) -> Value {
        let part = self.part();
        let mut text = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        text["extent"] = json!({ "text": "all", "criteria": [CRITERIA], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2,
            "consequence": 2, "treatment": "begin early", "owner": id(self.manager) }]);
        let role =
            |who: Key, role: &str| json!({ "person": id(who), "role": role, "competence": "ten years" });
        text["roles"] = json!([
            role(self.manager, "manager"),
            role(self.manager, "approver"),
            role(self.approver, "approver")
        ]);
        text["policy"] = assize_domain::policy::Policy::default().to_json();
        text
    }

    async fn ask(&self, who: Key, programme: Key) -> SigningAsked {
        self.store.ask_signature(person(who), &establish(programme), None, &party()).await.unwrap()
    }

    async fn by_passkey(&mut self, programme: Key) -> String {
        let asked = self.ask(self.manager, programme).await;
        let answer = self.passkey.answer(&asked.options.unwrap());
        let (answer, party) = (&answer, &party());
        let proof = SigningProof::Passkey { answer, party };
        granted(self.store.prove_signature(person(self.manager), &asked.id, proof).await.unwrap())
    }

    async fn prove_by_codes(&self, asked: &SigningAsked, passphrase: &str, code: &str) -> SigningCame {
        let visit = Visit::default();
        let proof = SigningProof::Codes { passphrase, code, visit: &visit };
        self.store.prove_signature(person(self.approver), &asked.id, proof).await.unwrap()
    }

    async fn by_codes(&self, programme: Key) -> String {
        let asked = self.ask(self.approver, programme).await;
        granted(self.prove_by_codes(&asked, PASSPHRASE, &self.code().await).await)
    }

    /// The code of now, as if none had been used in this half minute.
    async fn code(&self) -> String {
        let odo = id(self.approver);
        self.run(format!("UPDATE account SET totp_step = 0 WHERE person = '{odo}'")).await;
        totp_at(&self.secret, now())
    }

    async fn give(&self, who: Key, programme: Key, grant: Option<&str>) -> Result<Done, ActError> {
        let mut act = Act::new(Actor::Person { person: person(who) }, establish(programme));
        act.grant = grant.map(str::to_owned);
        self.store.execute(act).await
    }

    async fn run(&self, sql: String) {
        self.base.run(Box::leak(sql.into_boxed_str())).await;
    }

    async fn verified(&self) -> Verdict {
        self.store.publish(&self.signer).await.unwrap();
        self.looked_at().await
    }

    /// Verifies what stands, without publishing it.
    async fn looked_at(&self) -> Verdict {
        verify(&self.base.addresses, &Against::default(), |_, _| {}).await.unwrap()
    }

    async fn entry(&self, seq: i64) -> Entry {
        self.store.entries(Which::All, seq - 1, 1).await.unwrap().remove(0).unwrap().entry
    }

    /// Puts an entry in the place of another, its leaf too, as whoever holds the host can.
    async fn put(&self, entry: &Entry) {
        let fields = canonical(&entry.fields_json()).replace('\'', "''");
        let leaf = hex(leaf_hash(&entry.leaf()).as_bytes());
        let seq = entry.seq;
        self.run(format!("UPDATE journal SET fields = '{fields}', leaf = '{leaf}' WHERE seq = {seq}")).await;
    }
}

fn establish(programme: Key) -> Command {
    command("programme.establish", &json!({ "programme": id(programme) }))
}

#[track_caller]
fn granted(came: SigningCame) -> String {
    match came {
        SigningCame::Granted { secret, .. } => secret,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused(answer: Result<Done, ActError>, rule: &str, said: &str) {
    let Err(ActError::Refused(refusals)) = answer else { panic!("{answer:?}") };
    assert_eq!(refusals[0].rule.id, rule, "{refusals:?}");
    assert!(refusals[0].what.to_string().contains(said), "{refusals:?}");
}

fn fields_changed(entry: &Entry, change: impl FnOnce(&mut Vec<Value>)) -> Entry {
    let Value::Array(mut fields) = entry.fields_json() else { panic!() };
    change(&mut fields);
    Entry { fields: Entry::fields_from_json(Value::Array(fields)).unwrap(), ..entry.clone() }
}

/// The entry with its signature changed.
fn signature_changed(entry: &Entry, change: impl FnOnce(&mut Value)) -> Entry {
    fields_changed(entry, |fields| {
        let field = fields.iter_mut().find(|field| field["n"] == SIGNATURE).unwrap();
        change(&mut field["c"]);
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_binds_is_signed_by_passkey_or_codes_and_the_operator_s_says_that_it_is_not() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let (one, two, three) = (house.drafted().await, house.drafted().await, house.drafted().await);
        let grant = house.by_passkey(one).await;
        let first = house.give(house.manager, one, Some(&grant)).await.unwrap();
        let grant = house.by_codes(two).await;
        let second = house.give(house.approver, two, Some(&grant)).await.unwrap();
        let body = json!({ "programme": id(three) });
        give(&house.store, Some(house.manager), "programme.establish", body).await;

        let [a, b, c] = [one, two, three].map(Which::Subject);
        let by_key = house.store.signatures(a).await.unwrap().remove(0);
        let signature = by_key.signature.unwrap();
        assert_eq!((by_key.seq, by_key.signer.as_deref()), (first.events[0].seq, Some("Moira Manager")));
        assert_eq!(signature.method, "passkey");
        assert_eq!(signature.meaning, "I establish this audit programme as it stands now.");
        let assertion = signature.assertion.unwrap();
        assert_eq!(assertion.credential, house.passkey.credential());
        let by_codes = house.store.signatures(b).await.unwrap().remove(0);
        assert_eq!((by_codes.seq, by_codes.signer.as_deref()), (second.events[0].seq, Some("Odo Approver")));
        let signature = by_codes.signature.unwrap();
        assert_eq!((signature.method.as_str(), signature.assertion), ("passphrase_and_code", None));
        let unsigned = house.store.signatures(c).await.unwrap().remove(0);
        let signature = unsigned.signature.unwrap();
        assert_eq!((signature.method.as_str(), signature.digest), ("unsigned", None));

        let verdict = house.verified().await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        let count = verdict.signatures;
        assert_eq!((count.passkey, count.server, count.operator), (1, 1, 1));
        assert_eq!((count.unchecked, count.before), (0, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_grant_no_act_that_binds_comes_about() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let (one, two) = (house.drafted().await, house.drafted().await);
        let (manager, approver) = (house.manager, house.approver);
        let plain = house.give(manager, one, None).await;
        refused(plain, "signature.needed", "`programme.establish` binds whoever gives it");
        refused(house.give(manager, one, Some("none")).await, "signature.grant", "no such signing grant");
        let grant = house.by_passkey(one).await;
        let others = house.give(approver, one, Some(&grant)).await;
        refused(others, "signature.grant", "another person's");
        let other = house.give(manager, two, Some(&grant)).await;
        refused(other, "signature.grant", "something else than what is given");
        let spend = |spent: &str, until: i64| {
            let which = id(one);
            format!(
                "UPDATE signing_grant SET spent_at = {spent}, expires_at = {until} WHERE statement LIKE '%{which}%'"
            )
        };
        house.run(spend("7", now() + 60_000)).await;
        refused(house.give(manager, one, Some(&grant)).await, "signature.grant", "was used before");
        house.run(spend("NULL", 1)).await;
        refused(house.give(manager, one, Some(&grant)).await, "signature.grant", "time of the signing grant");
        house.run(spend("NULL", now() + 60_000)).await;
        house.give(manager, one, Some(&grant)).await.unwrap();
        let grant = house.by_passkey(two).await;
        house.give(manager, two, Some(&grant)).await.unwrap();
        let again = house.give(manager, two, Some(&grant)).await;
        let Err(ActError::Refused(refusals)) = again else { panic!("{again:?}") };
        assert_ne!(refusals[0].rule.id, "signature.grant", "the law refuses first: it is established");
        // A passkey is bound by nobody else than the store.
        let bind = json!({ "person": id(manager), "credential": "b25l", "public_key": "a2V5" });
        let bind = Act::new(Actor::Person { person: person(manager) }, command("passkey.bind", &bind));
        refused(house.store.execute(bind).await, "passkey.proven", "bound when it is made");
        assert!(house.verified().await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_is_for_the_version_that_was_seen_is_used_once_and_not_by_what_the_law_refuses() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let (one, two) = (house.drafted().await, house.drafted().await);
        let manager = house.manager;
        let grant = house.by_passkey(one).await;
        // The draft is changed between signing and giving.
        let mut text = house.text();
        text["title"] = json!("Another title");
        let edit = json!({ "programme": id(one), "text": text });
        give(&house.store, Some(manager), "programme.edit", edit).await;
        let stale = house.give(manager, one, Some(&grant)).await;
        refused(stale, "record.version", "made on version");
        // The same grant twice at a time: one act alone.
        let grant = house.by_passkey(two).await;
        let (a, b) =
            tokio::join!(house.give(manager, two, Some(&grant)), house.give(manager, two, Some(&grant)));
        assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1);
        // Asked for what the law refuses, nobody signs.
        let asked = house.store.ask_signature(person(manager), &establish(two), None, &party()).await;
        let Err(ActError::Refused(refusals)) = asked else { panic!("{asked:?}") };
        assert!(!refusals[0].rule.id.starts_with("signature"), "{refusals:?}");
        let nothing = command("programme.close", &json!({ "programme": id(two) }));
        let asked = house.store.ask_signature(person(manager), &nothing, None, &party()).await;
        let Err(ActError::Refused(refusals)) = asked else { panic!("{asked:?}") };
        assert_eq!(refusals[0].rule.id, "signature.none");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_by_its_person_rightly_and_once() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let programme = house.drafted().await;
        let (manager, approver) = (person(house.manager), person(house.approver));
        let asked = house.ask(house.approver, programme).await;
        assert!(asked.codes && asked.options.is_none());
        for (passphrase, code) in [
            ("a guess that fails", house.code().await),
            (PASSPHRASE, "000000".to_owned()),
            (PASSPHRASE, String::new()),
        ] {
            assert_eq!(house.prove_by_codes(&asked, passphrase, &code).await, SigningCame::Wrong, "{code}");
        }
        // A recovery code signs in, and does not sign.
        let recovery = house.store.renew_recovery_codes(approver).await.unwrap().remove(0);
        assert_eq!(house.prove_by_codes(&asked, PASSPHRASE, &recovery).await, SigningCame::Wrong);
        assert_eq!(house.store.account(approver).await.unwrap().unwrap().recovery_left, 10);
        let code = house.code().await;
        granted(house.prove_by_codes(&asked, PASSPHRASE, &code).await);
        assert_eq!(house.prove_by_codes(&asked, PASSPHRASE, &house.code().await).await, SigningCame::Gone);
        let late = house.ask(house.approver, programme).await;
        house.run(format!("UPDATE signing_grant SET expires_at = 1 WHERE id = '{}'", late.id)).await;
        assert_eq!(house.prove_by_codes(&late, PASSPHRASE, &house.code().await).await, SigningCame::Gone);

        // A passkey: another question, another key, its owner not verified, another person's question.
        let asked = house.ask(house.manager, programme).await;
        let other = house.ask(house.manager, programme).await;
        assert!(!asked.codes);
        assert_ne!(asked.digest, other.digest, "no two questions have the same digest");
        let (ours, theirs) = (asked.options.clone().unwrap(), other.options.clone().unwrap());
        let answers = [
            house.passkey.answer(&theirs),
            Authenticator::new(8).answer(&ours),
            house.passkey.answer_seen(&ours, 1),
        ];
        for answer in &answers {
            let proof = SigningProof::Passkey { answer, party: &party() };
            let came = house.store.prove_signature(manager, &asked.id, proof).await.unwrap();
            assert_eq!(came, SigningCame::Wrong, "{answer}");
        }
        let answer = house.passkey.answer(&ours);
        let proof = SigningProof::Passkey { answer: &answer, party: &party() };
        let came = house.store.prove_signature(approver, &asked.id, proof).await.unwrap();
        assert_eq!(came, SigningCame::Gone);
        granted(house.store.prove_signature(manager, &asked.id, proof).await.unwrap());
        assert_eq!(house.store.prove_signature(manager, &asked.id, proof).await.unwrap(), SigningCame::Gone);
        // Whoever is locked out signs nothing.
        house.store.lock_account(approver).await.unwrap();
        let asked = house.ask(house.approver, programme).await;
        assert!(!asked.codes);
        assert_eq!(house.prove_by_codes(&asked, PASSPHRASE, &house.code().await).await, SigningCame::Wrong);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_signature_is_found_and_named() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let programmes =
            [house.drafted().await, house.drafted().await, house.drafted().await, house.drafted().await];
        let mut seqs = Vec::new();
        for programme in &programmes[..2] {
            let grant = house.by_passkey(*programme).await;
            seqs.push(house.give(house.manager, *programme, Some(&grant)).await.unwrap().events[0].seq);
        }
        let grant = house.by_codes(programmes[2]).await;
        seqs.push(house.give(house.approver, programmes[2], Some(&grant)).await.unwrap().events[0].seq);
        let body = json!({ "programme": id(programmes[3]) });
        give(&house.store, Some(house.manager), "programme.establish", body).await;
        seqs.push(house.store.head_seq().await.unwrap());
        assert!(house.verified().await.is_ok());
        let mut entries = Vec::new();
        for seq in &seqs {
            entries.push(house.entry(*seq).await);
        }
        let [one, two, three, four] = entries.as_slice() else { panic!() };
        let of = |entry: &Entry| serde_json::to_value(entry.signature().unwrap().unwrap()).unwrap();
        let text = |value: &mut Value, from: &str, to: &str| {
            *value = json!(value.as_str().unwrap().replacen(from, to, 1));
        };
        let first_sign = |value: &mut Value| {
            let all = value.as_str().unwrap();
            let other = if all.starts_with('A') { "B" } else { "A" };
            *value = json!(format!("{other}{}", &all[1..]));
        };
        let forged: Vec<(&str, Entry, &str)> = vec![
            (
                "removed",
                fields_changed(two, |fields| fields.retain(|field| field["n"] != SIGNATURE)),
                "is missing",
            ),
            ("swapped", signature_changed(two, |c| *c = of(one)), "is not this act"),
            (
                "another meaning",
                signature_changed(one, |c| text(&mut c["meaning"], "establish", "reject")),
                "is not this act",
            ),
            ("another digest", signature_changed(three, |c| first_sign(&mut c["digest"])), "is not this act"),
            ("another version", signature_changed(three, |c| c["version"] = json!(1)), "another version"),
            (
                "another act",
                signature_changed(three, |c| c["act"] = json!("plan.present")),
                "is for `plan.present`",
            ),
            (
                "a signature that does not hold",
                signature_changed(one, |c| first_sign(&mut c["assertion"]["signature"])),
                "does not hold",
            ),
            (
                "another key",
                signature_changed(one, |c| first_sign(&mut c["assertion"]["credential"])),
                "not bound to that person",
            ),
            (
                "no assertion",
                signature_changed(one, |c| drop(c.as_object_mut().unwrap().remove("assertion"))),
                "passkey is missing",
            ),
            (
                "said to be the server's",
                signature_changed(one, |c| c["method"] = json!("passphrase_and_code")),
                "names another way",
            ),
            (
                "said to be unsigned",
                signature_changed(three, |c| c["method"] = json!("unsigned")),
                "it is not signed",
            ),
            (
                "the operator's said to be signed",
                signature_changed(four, |c| *c = of(three)),
                "the operator acted",
            ),
            (
                "said to be by an auditee's door",
                signature_changed(one, |c| c["method"] = json!("door")),
                "names none",
            ),
            (
                "said to be by an auditee's door that is named",
                signature_changed(one, |c| c["method"] = json!("door")).by_door("0123456789abcdef", [7; 16]),
                "something was signed",
            ),
            (
                "the operator's said to be by an auditee's door",
                signature_changed(four, |c| c["method"] = json!("door")).by_door("0123456789abcdef", [7; 16]),
                "the operator acted",
            ),
            ("unreadable", signature_changed(four, |c| c["more"] = json!(1)), "cannot be read"),
        ];
        for (name, entry, said) in &forged {
            let right = entries.iter().find(|right| right.seq == entry.seq).unwrap();
            house.put(entry).await;
            let verdict = house.looked_at().await;
            let place = format!("journal entry {}", entry.seq);
            let named = verdict.problems.iter().any(|one| one.place == place && one.what.contains(said));
            assert!(named, "{name}: {:?}", verdict.problems);
            house.put(right).await;
        }
        // The key is taken out of the journal, or another stands in its place.
        let bound = house.store.entries(Which::Subject(house.manager), 0, 50).await.unwrap();
        let bound = bound.into_iter().flatten().find(|one| one.entry.kind == "passkey.bound").unwrap().entry;
        let other = fields_changed(&bound, |fields| {
            let field = fields.iter_mut().find(|field| field["n"] == "p.public_key").unwrap();
            first_sign(&mut field["c"]);
        });
        house.put(&other).await;
        let verdict = house.looked_at().await;
        let named = verdict.problems.iter().filter(|one| one.what.contains("another public key")).count();
        assert_eq!(named, 2, "{:?}", verdict.problems);
        house.put(&bound).await;
        assert!(house.looked_at().await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_proves_its_signatures_with_no_store_and_a_person_can_be_erased() {
    for base in each_database().await {
        let mut house = House::built(base).await;
        let programme = house.drafted().await;
        let grant = house.by_passkey(programme).await;
        let done = house.give(house.manager, programme, Some(&grant)).await.unwrap();
        let seq = done.events[0].seq;
        give(&house.store, Some(house.manager), "programme.begin", json!({ "programme": id(programme) }))
            .await;
        let planned = house.store.record_page(Kind::PlannedAudit, None, 10).await.unwrap()[0].0;
        let audit =
            give(&house.store, Some(house.manager), "audit.open", json!({ "planned": id(planned) })).await;
        house.store.publish(&house.signer).await.unwrap();
        let export = async |withhold: &Withhold| {
            let mut out = Cursor::new(Vec::new());
            let audit = id(audit).parse().unwrap();
            house.store.export_audit(audit, Seal::Signed(&house.signer), withhold, &mut out).await.unwrap();
            verify_dossier(Cursor::new(out.into_inner()), Some(house.signer.verifier_key())).unwrap()
        };
        let verdict = export(&Withhold::default()).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!((verdict.signatures.passkey, verdict.signatures.unchecked), (1, 0));
        let mut withhold = Withhold::default();
        withhold.fields.insert((seq.to_string(), SIGNATURE.to_owned()));
        withhold.fields.insert((seq.to_string(), SIGNER.to_owned()));
        let verdict = export(&withhold).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!((verdict.signatures.passkey, verdict.signatures.unchecked, verdict.withheld), (0, 1, 2));

        // Erased, the manager's name and key go; that the act was signed stays, and the record verifies.
        let scope = json!({ "is": "person", "person": id(house.manager) });
        let erase = json!({ "scope": scope, "authority": "Data protection officer", "reason": "Asked for" });
        give(&house.store, None, "record.erase", erase).await;
        let entry = house.entry(seq).await;
        assert!(entry.value(SIGNER).is_none() && entry.signature().unwrap().is_some());
        assert!(!canonical(&entry.fields_json()).contains("Moira"));
        let verdict = house.verified().await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!((verdict.signatures.passkey, verdict.signatures.unchecked), (0, 1));
        let shown = house.store.signatures(Which::Subject(programme)).await.unwrap().remove(0);
        assert_eq!((shown.signer, shown.signature.unwrap().method.as_str()), (None, "passkey"));
        let verdict = export(&Withhold::default()).await;
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!(verdict.signatures.unchecked, 1);
    }
}

/// What the verifier of other software says of a signature; nothing where there is no Python 3.
fn judged(case: &Value) -> Option<(bool, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tlog/tests/verify.py");
    let mut python = std::process::Command::new("python3");
    let python = python.args(["-I", script]).stdin(std::process::Stdio::piped());
    let mut python = match python.stdout(std::process::Stdio::piped()).spawn() {
        Ok(python) => python,
        Err(error) => {
            println!("skipped: python3 could not be started: {error}");
            return None;
        }
    };
    python.stdin.take().unwrap().write_all(case.to_string().as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    Some((output.status.success(), String::from_utf8(output.stdout).unwrap().trim().to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn software_that_is_not_ours_checks_a_signature() {
    let mut house = House::built(Base::sqlite()).await;
    let programme = house.drafted().await;
    let grant = house.by_passkey(programme).await;
    let seq = house.give(house.manager, programme, Some(&grant)).await.unwrap().events[0].seq;
    let line = |entry: &Entry| json!({ "seq": entry.seq, "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v, "fields": entry.fields_json() });
    let bound = house.store.entries(Which::Subject(house.manager), 0, 50).await.unwrap();
    let bound = bound.into_iter().flatten().find(|one| one.entry.kind == "passkey.bound").unwrap().entry;
    let signed = house.entry(seq).await;
    let leaf = |entry: &Entry| hex(leaf_hash(&entry.leaf()).as_bytes());
    let case = |signed: &Entry, bound: &Entry| {
        json!({ "signature": { "signed": line(signed), "leaf": leaf(signed), "bound": line(bound), "bound_leaf": leaf(bound),
            "fields": ["programme"] } })
    };
    if let Some(said) = judged(&case(&signed, &bound)) {
        assert_eq!(said, (true, "ok".to_owned()));
    }
    let forged = signature_changed(&signed, |c| c["version"] = json!(99));
    if let Some(said) = judged(&case(&forged, &bound)) {
        assert_eq!(said, (false, "the digest is not that of this act".to_owned()));
    }
    let forged = signature_changed(&signed, |c| {
        let all = c["assertion"]["signature"].as_str().unwrap().to_owned();
        let other = if all.starts_with('A') { "B" } else { "A" };
        c["assertion"]["signature"] = json!(format!("{other}{}", &all[1..]));
    });
    if let Some(said) = judged(&case(&forged, &bound)) {
        assert_eq!(said, (false, "the signature of the passkey does not hold".to_owned()));
    }
    let other = fields_changed(&bound, |fields| {
        fields.iter_mut().find(|field| field["n"] == "p.credential").unwrap()["c"] = json!("b25l");
    });
    if let Some(said) = judged(&case(&signed, &other)) {
        assert_eq!(said, (false, "the key was not bound to who signed".to_owned()));
    }
}

/// What somebody without an account signs by a passkey: by whom, and of which text.
fn on_the_spot(key: &mut Authenticator, of: (&str, &str), meeting: &str, shown: &Sha256) -> Value {
    let (name, function) = (of.0.parse().unwrap(), of.1.parse().unwrap());
    let challenge = URL_SAFE_NO_PAD.encode(spot_challenge(None, Some(&name), Some(&function), shown));
    let answer = key.answer(&json!({ "challenge": challenge }));
    json!({ "meeting": meeting, "name": of.0, "function": of.1, "shown": shown.as_str(), "passkey": {
        "credential": key.credential(), "public_key": URL_SAFE_NO_PAD.encode(key.public_key()),
        "authenticator_data": answer["response"]["authenticatorData"], "client_data": answer["response"]["clientDataJSON"],
        "signature": answer["response"]["signature"] } })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_passkey_signs_on_the_spot_holds_or_does_not_come_about_and_is_found_when_it_is_changed() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = UnderWay::made(&store, 1, 1).await;
        let audit: assize_domain::kernel::id::AuditId = id(stood.audit).parse().unwrap();
        let (meeting, shown) = store
            .ask(|world| {
                let held = world.list::<Meeting>("audit", audit)?;
                Ok(held.first().map(|held| (held.id().to_string(), held.digest())).unwrap())
            })
            .await
            .unwrap();
        let sign = |body: &Value| {
            store.execute(Act::new(
                Actor::Person { person: person(stood.leader) },
                command("meeting.sign_on_the_spot", body),
            ))
        };
        let mut key = Authenticator::new(9);
        let right = on_the_spot(&mut key, ("Rosa Field", "shift leader"), &meeting, &shown);
        // Another's name over the same signature; another's key; a part that is none; a signature of another text.
        let changed = |at: &str, value: Value| {
            let mut body = right.clone();
            *body.pointer_mut(at).unwrap() = value;
            body
        };
        let others = URL_SAFE_NO_PAD.encode(Authenticator::new(8).public_key());
        let mut of_another_text =
            on_the_spot(&mut key, ("Rosa Field", "shift leader"), &meeting, &Sha256::of([1; 32]));
        of_another_text["shown"] = json!(shown.as_str());
        for forged in [
            changed("/name", json!("Rosa Meadow")),
            changed("/function", json!("plant manager")),
            changed("/passkey/public_key", json!(others)),
            changed("/passkey/signature", json!("AAAA")),
            changed("/passkey/client_data", json!("!")),
            of_another_text,
        ] {
            refused(sign(&forged).await, "meeting.passkey", "does not hold");
        }
        let done = sign(&right).await.unwrap();
        let signer = signer("example.com/log", 7);
        store.publish(&signer).await.unwrap();
        let verdict = verify(&base.addresses, &Against::default(), |_, _| {}).await.unwrap();
        assert!(verdict.is_ok(), "{:?}", verdict.problems);
        assert_eq!(verdict.signatures.spot, 1);
        // Whoever holds the host writes another name into the entry and the record.
        let seq = done.events[0].seq;
        let entry = store.entries(Which::All, seq - 1, 1).await.unwrap().remove(0).unwrap().entry;
        let entry = fields_changed(&entry, |fields| {
            let field = fields.iter_mut().find(|field| field["c"] == "Rosa Field").unwrap();
            field["c"] = json!("Rosa Meadow");
        });
        let (fields, leaf) =
            (canonical(&entry.fields_json()).replace('\'', "''"), hex(leaf_hash(&entry.leaf()).as_bytes()));
        for sql in [
            format!("UPDATE journal SET fields = '{fields}', leaf = '{leaf}' WHERE seq = {seq}"),
            "UPDATE spot_signature SET name = 'Rosa Meadow'".to_owned(),
        ] {
            base.run(Box::leak(sql.into_boxed_str())).await;
        }
        let verdict = verify(&base.addresses, &Against::default(), |_, _| {}).await.unwrap();
        let found =
            verdict.problems.iter().any(|trouble| trouble.what.contains("signed on the spot does not hold"));
        assert!(found, "{:?}", verdict.problems);
        assert_eq!(verdict.signatures.spot, 0);
    }
}
