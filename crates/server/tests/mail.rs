//! Mail, with a real mail server: sent once, tried again, given up, and silent about audits.
//!
//! `ASSIZE_TEST_SMTP` names a Python that has aiosmtpd and trustme; the project's test command sets it. No test waits for a clock: what is due
//! later is made due by a statement of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;
mod house;

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::{Actor, Command as Act_};
use assize_server::App;
use assize_server::mail::{Mail, MailContent, MailSettings, Mailer, SmtpUrl, deliver_now};
use assize_store::{
    Act, ActError, Addresses, Bucket, Clock, FREE_TRIES_ACCOUNT, HowOften, Letter, LetterGlance, LetterState,
    NoticeKind, SecondFactor, SecretKey, SecurityFilter, SecurityKind, SignIn, Store, Visit,
};
use harness::Quick;
use harness::visitor::Visitor;
use house::{CANARIES, HELD_BACK, House, WORKS};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;

/// A mail server's process, which ends with the test.
struct Post {
    child: Child,
    /// It ends when this is closed.
    _input: ChildStdin,
    folder: TempDir,
    port: u16,
    tls: &'static str,
}

impl Drop for Post {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A letter that the mail server has taken.
type Taken = Value;

impl Post {
    fn start(tls: &'static str) -> Option<Self> {
        let Ok(python) = std::env::var("ASSIZE_TEST_SMTP") else {
            eprintln!("ASSIZE_TEST_SMTP is not set: not tried with a mail server");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp/server.py"))
            .arg(folder.path())
            .arg(tls)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(Self { child, _input: input, folder, port: line.trim().parse().unwrap(), tls })
    }

    fn mail(&self, content: MailContent) -> Mail {
        let certificates = std::fs::read(self.folder.path().join("ca.pem")).ok();
        self.mail_with(content, certificates)
    }

    fn mail_with(&self, content: MailContent, certificates: Option<Vec<u8>>) -> Mail {
        let scheme = if self.tls == "tls" { "smtps" } else { "smtp" };
        let settings = MailSettings {
            url: SmtpUrl::read(&format!("{scheme}://localhost:{}", self.port)).unwrap(),
            from: "Fernhill audits <audits@fernhill.example>".to_owned(),
            password: None,
            certificates,
        };
        Mail { mailer: Some(Arc::new(Mailer::new(settings).unwrap())), content }
    }

    /// What the mail server has taken so far, in order.
    fn taken(&self) -> Vec<Taken> {
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .collect();
        files.sort();
        files.iter().map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).collect()
    }
}

/// A store on one database.
struct Base {
    addresses: Addresses,
    store: Store,
    _folder: TempDir,
}

async fn each_database() -> Vec<Base> {
    let mut bases = Vec::new();
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("assize.db").display());
    bases.push(Base::at(database, folder).await);
    match std::env::var("ASSIZE_TEST_POSTGRES") {
        Ok(server) => {
            let mut bytes = [0_u8; 8];
            getrandom::fill(&mut bytes).unwrap();
            let name = format!("assize_test_{:016x}", u64::from_be_bytes(bytes));
            let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
            sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
            bases.push(Base::at(format!("{server}/{name}"), tempfile::tempdir().unwrap()).await);
        }
        Err(_) => eprintln!("ASSIZE_TEST_POSTGRES is not set: not tried on PostgreSQL"),
    }
    bases
}

impl Base {
    async fn at(database: String, folder: TempDir) -> Self {
        let place = |name: &str| folder.path().join(name).display().to_string();
        let addresses =
            Addresses { database, evidence: place("evidence"), log: place("log"), bucket: Bucket::default() };
        let store = Store::make(&addresses, Clock::System).await.unwrap();
        store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
        Self { addresses, store, _folder: folder }
    }

    fn app(&self, mail: Mail) -> App {
        app_of(self.store.clone(), mail)
    }

    /// Another process over the same store.
    async fn other(&self, mail: Mail) -> App {
        app_of(Store::open(&self.addresses, Clock::System).await.unwrap(), mail)
    }

    async fn sql(&self, sql: &str) {
        sql_at(&self.addresses.database, sql).await;
    }

    async fn person(&self, name: &str, email: &str) -> PersonId {
        let body = json!({ "name": name, "email": email, "employer": "Fernhill", "languages": ["en"], "zone": "Europe/Berlin" });
        let done = self.store.execute(act("person.register", &body)).await.unwrap();
        PersonId::from(done.subject().unwrap().id)
    }

    async fn only(&self) -> LetterGlance {
        let mut letters = self.store.letters(None, None, 10).await.unwrap();
        assert_eq!(letters.len(), 1, "{letters:?}");
        letters.pop().unwrap()
    }
}

async fn sql_at(database: &str, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    if database.starts_with("sqlite:") {
        let mut conn = sqlx::SqliteConnection::connect(database).await.unwrap();
        sqlx::query(sql).execute(&mut conn).await.unwrap();
    } else {
        let mut conn = sqlx::PgConnection::connect(database).await.unwrap();
        sqlx::query(sql).execute(&mut conn).await.unwrap();
    }
}

fn app_of(store: Store, mail: Mail) -> App {
    let mut app = App::new(store, Arc::new(Quick));
    app.mail = Arc::new(mail);
    app
}

fn act(name: &str, body: &Value) -> Act {
    Act::new(Actor::Operator { on_behalf_of: None }, Act_::read(name, body).unwrap().unwrap())
}

fn grant(person: PersonId) -> Value {
    json!({ "person": person.to_string(), "role": "programme_manager", "over": { "is": "organization" },
        "period": { "from": "2026-01-01", "to": null }, "reason": "Runs the programme Zqsecret" })
}

fn letter(address: &str) -> Letter {
    Letter {
        kind: "test",
        person: None,
        address: address.to_owned(),
        language: "en".to_owned(),
        subject: "A letter".to_owned(),
        body: "Hello,\n\nhttps://audits.fernhill.example/\n\n-- \nAssize\n".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_senders_at_a_time_one_sends_each_letter() {
    let Some(post) = Post::start("plain") else { return };
    for base in each_database().await {
        let (one, other) =
            (base.app(post.mail(MailContent::Nothing)), base.other(post.mail(MailContent::Nothing)).await);
        let before = post.taken().len();
        let mut ids = BTreeSet::new();
        for n in 0..20 {
            ids.insert(base.store.post(&letter(&format!("p{n}@fernhill.example"))).await.unwrap());
        }
        tokio::join!(deliver_now(&one), deliver_now(&other));
        // Whichever of the two was done first: what is left, if anything, is sent now.
        deliver_now(&one).await;
        let taken = post.taken();
        let sent: Vec<String> =
            taken[before..].iter().map(|taken| taken["message-id"].as_str().unwrap().to_owned()).collect();
        let expected: BTreeSet<String> = ids.iter().map(|id| format!("<{id}@fernhill.example>")).collect();
        assert_eq!(sent.len(), 20, "{sent:?}");
        assert_eq!(sent.into_iter().collect::<BTreeSet<_>>(), expected);
        let tally = base.store.letter_tally().await.unwrap();
        assert_eq!((tally.waiting, tally.sent, tally.given_up), (0, 20, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_taken_is_nobody_elses_until_the_lease_is_over() {
    for base in each_database().await {
        base.store.post(&letter("ann@fernhill.example")).await.unwrap();
        let (one, other) = tokio::join!(base.store.take_letter("one"), base.store.take_letter("other"));
        let taken: Vec<_> = [one.unwrap(), other.unwrap()].into_iter().flatten().collect();
        assert_eq!(taken.len(), 1);
        assert_eq!(base.store.take_letter("third").await.unwrap(), None);
        // Its process ends, and the lease runs out; the first comes back too late to say anything.
        base.sql("UPDATE letter SET leased_until = 1").await;
        let again = base.store.take_letter("third").await.unwrap().unwrap();
        assert_eq!((again.id.as_str(), again.tries), (taken[0].id.as_str(), 2));
        base.store.letter_given_up(&taken[0], "too late").await.unwrap();
        assert_eq!(base.only().await.state, LetterState::Waiting);
        assert!(base.store.letter_sent(&again).await.unwrap());
        assert_eq!(base.only().await.state, LetterState::Sent);
        assert!(!format!("{again:?}").contains("fernhill"), "an address comes into no log");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_sent_now_is_tried_again_and_what_never_can_is_given_up() {
    let Some(post) = Post::start("plain") else { return };
    for (n, base) in each_database().await.into_iter().enumerate() {
        let app = base.app(post.mail(MailContent::Nothing));
        let id = base.store.post(&letter(&format!("later{n}@fernhill.example"))).await.unwrap();
        assert_eq!(deliver_now(&app).await, 0);
        let waits = base.only().await;
        assert_eq!((waits.state, waits.tries), (LetterState::Waiting, 1));
        assert!(waits.failed.as_deref().is_some_and(|why| why.contains("451")), "{waits:?}");
        assert!(waits.due_at > waits.made_at, "{waits:?}");
        // It is not due yet.
        assert_eq!(deliver_now(&app).await, 0);
        assert_eq!(base.only().await.tries, 1);
        assert!(base.store.retry_letter(&id).await.unwrap());
        assert_eq!(deliver_now(&app).await, 1);
        let sent = base.only().await;
        assert_eq!((sent.state, sent.tries, sent.failed), (LetterState::Sent, 2, None));
        let last = post.taken().pop().unwrap();
        assert_eq!(last["message-id"], format!("<{id}@fernhill.example>"));
        assert!(!base.store.retry_letter(&id).await.unwrap(), "what was sent is not sent again");

        base.sql("DELETE FROM letter").await;
        base.store.post(&letter("never@fernhill.example")).await.unwrap();
        deliver_now(&app).await;
        let given_up = base.only().await;
        assert_eq!((given_up.state, given_up.tries), (LetterState::GivenUp, 1));
        assert!(given_up.failed.as_deref().is_some_and(|why| why.contains("550")), "{given_up:?}");
        deliver_now(&app).await;
        assert_eq!(base.only().await.tries, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_wait_is_longer_and_after_three_days_a_letter_is_given_up() {
    for base in each_database().await {
        base.store.post(&letter("ann@fernhill.example")).await.unwrap();
        let mut waits = Vec::new();
        for _ in 0..7 {
            let taken = base.store.take_letter("one").await.unwrap().unwrap();
            base.store.letter_deferred(&taken, "451 come back\r\nlater").await.unwrap();
            let glance = base.only().await;
            assert_eq!(glance.failed.as_deref(), Some("451 come backlater"));
            waits.push(glance.due_at - glance.made_at);
            base.sql("UPDATE letter SET due_at = made_at").await;
        }
        assert!(waits.windows(2).all(|two| two[0] < two[1]), "{waits:?}");
        let day = 24 * 60 * 60 * 1_000_i64;
        base.sql(&format!("UPDATE letter SET made_at = made_at - {}", 3 * day + 60_000)).await;
        assert_eq!(base.store.take_letter("one").await.unwrap(), None);
        let glance = base.only().await;
        assert_eq!(glance.state, LetterState::GivenUp);
        assert!(glance.can_retry);
        assert!(base.store.retry_letter(&glance.id).await.unwrap());
        assert!(base.store.take_letter("one").await.unwrap().is_some());
        // One whose text opens something is not.
        base.sql("DELETE FROM letter").await;
        let code = Letter { kind: "door_code", ..letter("ann@fernhill.example") };
        let id = base.store.post(&code).await.unwrap();
        base.sql(&format!("UPDATE letter SET made_at = made_at - {}", 3 * day + 60_000)).await;
        assert_eq!(base.store.take_letter("one").await.unwrap(), None);
        assert!(!base.only().await.can_retry);
        assert!(!base.store.retry_letter(&id).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_with_a_certificate_that_is_trusted_and_not_without() {
    for tls in ["tls", "starttls"] {
        let Some(post) = Post::start(tls) else { return };
        for base in each_database().await.into_iter().take(1) {
            base.store.post(&letter("ann@fernhill.example")).await.unwrap();
            // A certificate that nobody here trusts; by STARTTLS the test asks for TLS on the same machine by naming another one.
            let other = Post::start("tls").unwrap();
            let foreign = std::fs::read(other.folder.path().join("ca.pem")).unwrap();
            let distrusting = base.app(post.mail_with(MailContent::Nothing, Some(foreign)));
            assert_eq!(deliver_now(&distrusting).await, 0);
            assert_eq!(post.taken().len(), 0, "{tls}");
            let waits = base.only().await;
            assert_eq!(waits.state, LetterState::Waiting);
            base.store.retry_letter(&waits.id).await.unwrap();
            assert_eq!(deliver_now(&base.app(post.mail(MailContent::Nothing))).await, 1, "{tls}");
            let taken = post.taken().pop().unwrap();
            assert_eq!(taken["whom"], json!(["ann@fernhill.example"]));
            assert!(
                taken["html"].as_str().unwrap().contains("href=\"https://audits.fernhill.example/\""),
                "{taken:#}"
            );
            assert!(taken["headers"].as_array().unwrap().contains(&json!("auto-submitted")));
        }
    }
    // STARTTLS is asked for, and the server has none: nothing is sent.
    let (Some(plain), Some(tls)) = (Post::start("plain"), Post::start("tls")) else { return };
    let base = each_database().await.remove(0);
    let certificates = std::fs::read(tls.folder.path().join("ca.pem")).unwrap();
    base.store.post(&letter("ann@fernhill.example")).await.unwrap();
    assert_eq!(deliver_now(&base.app(plain.mail_with(MailContent::Nothing, Some(certificates)))).await, 0);
    assert_eq!(plain.taken().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_told_if_the_act_came_about_and_not_if_it_was_refused() {
    let Some(post) = Post::start("plain") else { return };
    for base in each_database().await {
        let before = post.taken().len();
        let app = base.app(post.mail(MailContent::Nothing));
        base.store.execute(act("organization.name", &json!({ "name": "Fernhill" }))).await.unwrap();
        let ann = base.person("Ann Archer", "ann@fernhill.example").await;
        // Nobody gives a right to themselves.
        let own = Act { actor: Actor::Person { person: ann }, ..act("access.grant", &grant(ann)) };
        assert!(matches!(base.store.execute(own).await, Err(ActError::Refused(_))));
        assert_eq!(base.store.notices_untold().await.unwrap(), Vec::new());
        assert_eq!(deliver_now(&app).await, 0);
        base.store.execute(act("access.grant", &grant(ann))).await.unwrap();
        assert_eq!(base.store.notices_untold().await.unwrap().len(), 1);
        assert_eq!(deliver_now(&app).await, 1);
        assert_eq!(deliver_now(&app).await, 0, "once");
        let taken = post.taken();
        assert_eq!(taken.len() - before, 1);
        let last = taken.last().unwrap();
        assert_eq!(last["subject"], "Something waits for you");
        assert!(last["text"].as_str().unwrap().contains("Ann Archer"));
        assert!(!last["data"].as_str().unwrap().contains("Zqsecret"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_is_one_letter_in_the_morning_and_an_account_is_spoken_of_at_once() {
    let Some(post) = Post::start("plain") else { return };
    for base in each_database().await {
        let before = post.taken().len();
        let (app, other) =
            (base.app(post.mail(MailContent::Nothing)), base.other(post.mail(MailContent::Nothing)).await);
        base.store.execute(act("organization.name", &json!({ "name": "Fernhill" }))).await.unwrap();
        let ann = base.person("Ann Archer", "ann@fernhill.example").await;
        base.store.choose_mail(ann, HowOften::Weekly, 0).await.unwrap();
        assert_eq!(base.store.mail_choice(ann).await.unwrap(), HowOften::Weekly);
        base.store.execute(act("access.grant", &grant(ann))).await.unwrap();
        let administrator = json!({ "person": ann.to_string(), "role": "administrator", "over": { "is": "organization" },
            "period": { "from": "2026-01-01", "to": null }, "reason": "Keeps it" });
        base.store.execute(act("access.grant", &administrator)).await.unwrap();
        base.store.invite(ann, None).await.unwrap();
        base.store.lock_account(ann).await.unwrap();
        deliver_now(&app).await;
        let taken = post.taken();
        assert_eq!(taken.len() - before, 1, "{taken:#?}");
        assert_eq!(taken.last().unwrap()["subject"], "Your account was locked");
        // The morning comes, and finds two at it.
        base.sql("UPDATE telling SET due_at = 1").await;
        tokio::join!(deliver_now(&app), deliver_now(&other));
        deliver_now(&app).await;
        let taken = post.taken();
        assert_eq!(taken.len() - before, 2, "{taken:#?}");
        assert_eq!(taken.last().unwrap()["subject"], "2 things wait for you");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_a_persons_goes_with_them() {
    for base in each_database().await {
        base.store.execute(act("organization.name", &json!({ "name": "Fernhill" }))).await.unwrap();
        let ann = base.person("Ann Archer", "ann@fernhill.example").await;
        base.store.execute(act("access.grant", &grant(ann))).await.unwrap();
        base.store.invite(ann, None).await.unwrap();
        base.store.lock_account(ann).await.unwrap();
        base.store.choose_mail(ann, HowOften::AtOnce, 0).await.unwrap();
        let app = base.app(Mail::default());
        assert_eq!(deliver_now(&app).await, 0, "nothing leaves without a mail server");
        assert_eq!(base.store.letters(Some(LetterState::Waiting), None, 10).await.unwrap().len(), 2);
        let erase = json!({ "scope": { "is": "person", "person": ann.to_string() }, "authority": "Data protection officer", "reason": "Asked for" });
        base.store.execute(act("record.erase", &erase)).await.unwrap();
        assert_eq!(base.store.letters(None, None, 10).await.unwrap(), Vec::new());
        for table in ["letter", "telling", "mail_choice"] {
            assert_eq!(
                count(&base.addresses.database, &format!("SELECT COUNT(*) FROM {table}")).await,
                0,
                "{table}"
            );
        }
        let of_ann = format!("SELECT COUNT(*) FROM notice WHERE subject = '{ann}'");
        assert_eq!(count(&base.addresses.database, &of_ann).await, 0);
    }
}

async fn count(database: &str, sql: &str) -> i64 {
    let sql = AssertSqlSafe(sql.to_owned());
    if database.starts_with("sqlite:") {
        let mut conn = sqlx::SqliteConnection::connect(database).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut conn).await.unwrap()
    } else {
        let mut conn = sqlx::PgConnection::connect(database).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut conn).await.unwrap()
    }
}

/// A house in which everybody has an address, with mail that may say so much.
async fn house(post: &Post, content: MailContent) -> (House, App) {
    let house = House::built().await;
    let database = format!("sqlite:{}", house.served.folder.path().join("assize.db").display());
    for (who, id) in house.people.iter().chain(&house.others) {
        let at = if house.people.get(who) == Some(id) { "first" } else { "second" };
        sql_at(&database, &format!("UPDATE person SET email = '{who}@{at}.example' WHERE id = '{id}'")).await;
    }
    let mut app = house.served.app.clone();
    app.mail = Arc::new(post.mail(content));
    (house, app)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_an_audit_is_in_a_letter_and_with_leave_its_names_alone() {
    let Some(post) = Post::start("plain") else { return };
    let (house, app) = house(&post, MailContent::Nothing).await;
    assert!(deliver_now(&app).await > 3, "a whole audit tells its people of it");
    let taken = post.taken();
    let all = format!("{taken:#?}");
    for never in CANARIES.into_iter().chain(WORKS).chain([HELD_BACK]) {
        assert!(!all.contains(never), "{never}");
    }
    let whom = |taken: &[Taken]| -> BTreeSet<String> {
        taken.iter().map(|taken| taken["whom"][0].as_str().unwrap().to_owned()).collect()
    };
    let told = whom(&taken);
    assert!(told.contains("auditee_contact@first.example"), "{told:?}");
    for nobody in ["nothing@first.example", "observer@first.example", "guide@first.example"] {
        assert!(!told.contains(nobody), "{nobody}");
    }
    drop(house);

    let Some(post) = Post::start("plain") else { return };
    let (_house, app) = self::house(&post, MailContent::Names).await;
    deliver_now(&app).await;
    let taken = post.taken();
    let of_contact: Vec<&Taken> =
        taken.iter().filter(|taken| taken["whom"][0] == "auditee_contact@first.example").collect();
    let text = format!("{of_contact:#?}");
    assert!(text.contains(CANARIES[0]), "with leave the audit is named: {text}");
    // The other audit is not theirs, and drafts are nobody's of the auditee.
    for never in [CANARIES[1], HELD_BACK] {
        assert!(!text.contains(never), "{never}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_without_an_account_is_led_through_the_door_and_others_sign_in() {
    let Some(post) = Post::start("plain") else { return };
    let (house, app) = house(&post, MailContent::Names).await;
    let contact: PersonId = house.people["auditee_contact"].parse().unwrap();
    let audit: AuditId = house.own["audit"].parse().unwrap();
    // A door of the clock of the system; only open ones give links.
    assert_eq!(app.store.door_link_for(contact, audit).await.unwrap(), None);
    let until = i64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap() + 86_400_000;
    let (door, _) = app.store.make_door(contact, audit, None, until).await.unwrap();
    deliver_now(&app).await;
    let of = |taken: &[Taken], whom: &str| -> String {
        let letters = taken.iter().filter(|taken| taken["whom"][0] == whom);
        let texts: Vec<&str> = letters.map(|taken| taken["text"].as_str().unwrap()).collect();
        assert!(!texts.is_empty(), "{whom}");
        texts.join("\n")
    };
    let taken = post.taken();
    let theirs = of(&taken, "auditee_contact@first.example");
    assert!(theirs.contains("/enter/") && theirs.contains("You need no account"), "{theirs}");
    assert!(!theirs.contains("after you have signed in"), "{theirs}");
    let start = theirs.find("/enter/").unwrap() + "/enter/".len();
    let secret: String = theirs[start..].chars().take_while(char::is_ascii_hexdigit).collect();
    assert_eq!(app.store.door_of_link(&secret).await.unwrap().unwrap().id, door.id);
    // The link in the letter goes with the letter, and with the door.
    let letters = app.store.letters(None, None, 100).await.unwrap();
    assert!(letters.iter().any(|letter| letter.kind == "door_notice"), "{letters:?}");
    app.store.close_door(&door.id).await.unwrap();
    assert_eq!(app.store.door_of_link(&secret).await.unwrap(), None);
    // Whoever has neither is told whom to ask.
    let client = of(&taken, "audit_client@first.example");
    assert!(client.contains("You have no account here yet"), "{client}");
    assert!(!client.contains("/enter/"), "{client}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_said_once_at_each_step() {
    for base in each_database().await {
        let day = |text: &str| text.parse().unwrap();
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        base.sql(&format!(
            "INSERT INTO info_request (version, id, audit, \"to\", question, due, asked_at, asked_by, state) VALUES \
             (1, '{id}', '{id}', '{id}', 'What?', '2026-03-10', '2026-03-01T00:00:00.000Z', 'operator', 'asked')"
        ))
        .await;
        let mut kinds = Vec::new();
        for today in
            ["2026-03-02", "2026-03-03", "2026-03-09", "2026-03-10", "2026-03-10", "2026-03-11", "2026-04-01"]
        {
            base.store.note_due(day(today), 7).await.unwrap();
            let untold = base.store.notices_untold().await.unwrap();
            kinds.push(untold.iter().map(|notice| notice.kind.word()).collect::<Vec<_>>());
            for notice in untold {
                assert!(base.store.tell(&notice.id, &[]).await.unwrap());
                assert!(!base.store.tell(&notice.id, &[]).await.unwrap(), "of two processes one tells");
            }
        }
        let expected: [&[&str]; 7] =
            [&[], &["answer_due_soon"], &[], &["answer_due_today"], &[], &["answer_overdue"], &[]];
        assert_eq!(kinds, expected);
        // What was answered is due no more.
        base.sql("UPDATE info_request SET state = 'answered', due = '2026-05-01'").await;
        base.store.note_due(day("2026-05-01"), 7).await.unwrap();
        assert_eq!(base.store.notices_untold().await.unwrap(), Vec::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_what_waits_and_each_chooses_how_often() {
    let served = harness::served().await;
    let operator = Visitor::operator(&served).await;
    operator
        .get("/settings/mail")
        .await
        .expect(&["Mail is not set up: nothing leaves", "No letter of this kind."]);
    let refused = operator.post("/settings/mail/test", &[("address", "nobody")]).await;
    assert_eq!(refused.status, 422);
    refused.says(&["That is no address of mail."]);
    let sent = operator.post("/settings/mail/test", &[("address", "ann@fernhill.example")]).await;
    assert_eq!(sent.to(), "/settings/mail");
    operator.get("/settings/mail").await.expect(&["Test letter", "ann@fernhill.example", "waiting"]);
    let page = operator.post("/settings/mail", &[("days", "61")]).await;
    assert_eq!(page.status, 422);
    operator.post("/settings/mail", &[("days", "3")]).await.to();
    assert_eq!(served.store.mail_days().await.unwrap(), 3);
    assert_eq!(operator.get("/settings/letters").await.status, 403);
    let ann = served.person("Ann Archer").await;
    let ann = Visitor::enter(&served, Some(&ann)).await;
    assert_eq!(ann.get("/settings/mail").await.status, 403);
    ann.get("/settings/letters").await.expect(&["Once a day", "you are not written to"]);
    let saved = ann.post("/settings/letters", &[("often", "daily")]).await;
    assert_eq!(saved.to(), "/settings/letters?saved=1");
    ann.get("/settings/letters").await.expect(&["value=\"daily\" aria-describedby=\"often-help\" checked"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_is_told_once_that_signing_in_failed_many_times() {
    for base in each_database().await {
        base.store.execute(act("organization.name", &json!({ "name": "Fernhill" }))).await.unwrap();
        let ann = base.person("Ann Archer", "ann@fernhill.example").await;
        base.store.invite(ann, None).await.unwrap();
        base.store.set_passphrase(ann, "walrus under the tram").await.unwrap().unwrap();
        base.sql("DELETE FROM notice").await;
        let (visit, rule) = (Visit::default(), SecondFactor::default());
        for _ in 0..FREE_TRIES_ACCOUNT {
            let came = base.store.sign_in("ann@fernhill.example", "another", &visit, &rule).await.unwrap();
            assert_eq!(came, SignIn::Wrong);
        }
        assert_eq!(base.store.notices_untold().await.unwrap(), Vec::new());
        base.store.sign_in("ann@fernhill.example", "another", &visit, &rule).await.unwrap();
        base.store.sign_in("ann@fernhill.example", "another", &visit, &rule).await.unwrap();
        let untold = base.store.notices_untold().await.unwrap();
        assert_eq!(untold.iter().map(|notice| notice.kind).collect::<Vec<_>>(), [NoticeKind::ManyFailed]);
        // Nobody is told of an account that is not there.
        for _ in 0..FREE_TRIES_ACCOUNT + 2 {
            base.store.sign_in("nobody@fernhill.example", "another", &visit, &rule).await.unwrap();
        }
        assert_eq!(base.store.notices_untold().await.unwrap().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_ins_are_in_the_security_log_and_what_was_typed_is_not() {
    let served = harness::served().await;
    let mut body = harness::person("Ann Archer");
    body["email"] = "ann@fernhill.example".into();
    let ann = served.act("person.register", &body, &[]).await.subject();
    served.store.invite(ann.parse().unwrap(), None).await.unwrap();
    served.store.set_passphrase(ann.parse().unwrap(), "walrus under the tram").await.unwrap().unwrap();
    let operator = Visitor::operator(&served).await;
    let nobody = Visitor { served: &served, cookie: String::new() };
    let give = async |who: &str, passphrase: &str| {
        nobody.post("/sign-in", &[("who", who), ("passphrase", passphrase), ("next", "/")]).await.status
    };
    assert_eq!(give("ann@fernhill.example", "walrus under the tram").await, 303);
    assert_eq!(give("ann@fernhill.example", "Zqtyped").await, 422);
    assert_eq!(give("Zqpassphrase in the wrong field", "x").await, 422);
    for _ in 0..FREE_TRIES_ACCOUNT {
        give("ann@fernhill.example", "another").await;
    }
    // The wait that has begun lasts, however slow the test is.
    let database = format!("sqlite:{}", served.folder.path().join("assize.db").display());
    sql_at(&database, "UPDATE sign_in_try SET until = 9000000000000 WHERE failures > 5").await;
    assert_eq!(give("ann@fernhill.example", "another").await, 429);
    assert_eq!(give("ann@fernhill.example", "another").await, 429);
    served.store.lock_account(ann.parse().unwrap()).await.unwrap();
    let events = served.store.security_events(&SecurityFilter::default(), None, 100).await.unwrap();
    let of = |kind: SecurityKind| events.iter().filter(|event| event.note.kind == kind).count();
    assert_eq!(of(SecurityKind::SignedIn), 2, "the operator by a link, and Ann");
    assert_eq!(of(SecurityKind::SignInSlowed), 1, "once a minute");
    assert!(of(SecurityKind::SignInRefused) >= 6, "{events:#?}");
    let wrong = events.iter().rfind(|event| event.note.kind == SecurityKind::SignInRefused).unwrap();
    assert_eq!(wrong.note.person.map(|person| person.to_string()), Some(ann.clone()));
    assert!(!format!("{events:?}").contains("Zq"), "{events:#?}");
    let page = operator.send("GET", "/settings/security", &[("accept-language", "de")], "").await;
    page.expect(&[
        "Anmeldung verweigert",
        "Eine Zeit lang ausgesperrt",
        "Angemeldet",
        "zu viele Versuche gescheitert",
    ]);
    assert!(!page.text.contains("Zq"));
}
