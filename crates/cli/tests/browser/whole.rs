//! One audit in one piece: from an empty store to the closed nonconformity and the issued report, through pages alone. It is the
//! story of the guide, and takes its pictures: `ASSIZE_TEST_GUIDE=1` writes them to `docs/guide/pictures`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use assize_domain::audit::checklists;
use assize_domain::kernel::time::{Date, Timestamp};
use base64::Engine as _;
use serde_json::json;

use crate::browser::Browser;
use crate::signing::Codes;
use crate::world::{World, assize};

const MANAGER: &str = "Ines Falk";
const APPROVER: &str = "Odo Brandt";
const LEADER: &str = "Ada Lind";
const AUDITOR: &str = "Ben Okoro";
const CONTACT: &str = "Cleo Marsh";
const AUDITEE: &str = "Birkland Instruments";
const CLIENT: &str = "Dora Weiss";
const FINDING: &str = "Three of twelve risks were not assessed again";

#[test]
fn an_audit_from_an_empty_store_to_the_closed_nonconformity() {
    let world = World::empty();
    let Some(story) = Story::begin(&world, true) else { return };
    story.told();
}

#[test]
fn the_same_audit_without_scripts() {
    let world = World::empty();
    let Some(story) = Story::begin(&world, false) else { return };
    story.told();
}

#[test]
fn the_guide_is_clean_and_shows_its_pictures() {
    const SHOWN: &str = "(async () => { const all = [...document.querySelectorAll('.guide img')]; \
         all.forEach(one => { one.loading = 'eager'; }); await Promise.all(all.map(one => one.decode())); \
         return all.filter(one => one.alt && String(one.naturalWidth) === one.getAttribute('width')).length; })()";
    let world = World::served();
    let Some(browser) = world.sign_in("Moira Tandy") else { return };
    for (page, pictures) in [
        ("programme-manager", 5),
        ("auditor", 6),
        ("auditee", 1),
        ("certification-body", 1),
        ("administrator", 2),
    ] {
        browser.open(&format!("/help/{page}"));
        assert_eq!(browser.session.evaluate(SHOWN), json!(pictures), "{page}");
        assert!(browser.served_html().len() < 100_000, "{page}");
        browser.expect_clean(&format!("help-{page}"));
    }
}

/// What shows competence: its kind, its area, how much of it.
type Shown = (&'static str, &'static str, &'static str);

/// The people of the story, each with a browser of their own; the store is empty at the beginning.
struct Story<'w> {
    world: &'w World,
    scripts: bool,
    manager: Browser,
    /// What people sign with, by their names.
    codes: RefCell<BTreeMap<&'static str, Codes>>,
}

impl<'w> Story<'w> {
    /// The operator signs in to a store in which nobody is registered; nothing where there is no browser.
    fn begin(world: &'w World, scripts: bool) -> Option<Self> {
        let manager = world.sign_in_as_operator()?;
        let story = Self { world, scripts, manager, codes: RefCell::default() };
        story.prepared(&story.manager);
        Some(story)
    }

    fn told(&self) {
        let programme = self.programme_is_set_up();
        self.people_are_registered();
        let (leader, auditor) = (self.auditor(LEADER), self.auditor(AUDITOR));
        let approver = self.signed_in(APPROVER);
        self.programme_is_established(&approver, &programme);
        let audit = self.audit_is_opened(&programme);
        drop(approver);
        self.audit_is_initiated(&leader, &audit);
        let contact = self.signed_in(CONTACT);
        self.audit_is_planned(&leader, &contact, &audit);
        self.fieldwork_begins(&leader, &audit);
        self.two_audit_at_once(&leader, &auditor, &audit);
        let finding = self.a_nonconformity_is_raised(&leader, &audit);
        self.fieldwork_ends(&leader, &audit);
        self.the_auditee_answers(&contact, &leader, &finding);
        self.the_report_is_issued(&leader, &auditor, &audit);
        self.the_guide_shows(&leader, &programme, &audit);
        self.the_record_says_so();
    }

    /// A browser without scripts where the story is told without.
    fn prepared(&self, browser: &Browser) {
        if !self.scripts {
            browser.scripts_off();
            browser.open("/");
        }
    }

    fn signed_in(&self, name: &'static str) -> Browser {
        let browser = self.world.sign_in(name).unwrap();
        self.codes.borrow_mut().insert(name, Codes::set_up(&browser));
        self.prepared(&browser);
        browser
    }

    /// Sends the form of the page, and signs what it binds them to.
    fn sign(&self, browser: &Browser, name: &str, said: &str) {
        browser.click_first("the button of the form", "main form .buttons button.first");
        self.codes.borrow()[name].sign(self.world, browser);
        browser.expect_text(said);
    }

    /// The wizard makes a programme out of a few answers; whoever answers becomes who manages it. Its address.
    fn programme_is_set_up(&self) -> String {
        let browser = &self.manager;
        browser.go_to("/programmes/new");
        browser.put("/manager_name", MANAGER);
        browser.put("/approver", "new");
        browser.put("/approver_name", APPROVER);
        browser.put("/auditee_name", AUDITEE);
        browser.put("/units", "Development\nOffice");
        browser.put("/sites", "Head office, 4 Quay Street");
        browser.put("/zone", "Europe/Vienna");
        browser.take("/areas", "suppliers");
        browser.put("/from", &three_months_ago());
        browser.put("/years", "1");
        browser.put("/days", "6");
        self.shot(browser, "setup", 1000);
        browser.press("Show what comes of it");
        browser.expect_text("This will be entered as a draft");
        browser.press("Enter all of this");
        browser.expect_text("The programme is drafted.");
        place(browser)
    }

    /// Those who are not in the register yet, the auditors with what the policy asks of them.
    fn people_are_registered(&self) {
        let browser = &self.manager;
        let leads = [
            ("training", "audit", "40"),
            ("experience", "audit", "36"),
            ("training", "isms", "24"),
            ("experience", "isms", "60"),
        ];
        let audits = [("training", "audit", "24"), ("training", "isms", "16"), ("experience", "isms", "30")];
        let people: [(&str, &str, &[Shown]); 4] = [
            (LEADER, "Fernhill Audit Practice", &leads),
            (AUDITOR, "Fernhill Audit Practice", &audits),
            (CONTACT, AUDITEE, &[]),
            (CLIENT, AUDITEE, &[]),
        ];
        for (name, employer, credentials) in people {
            browser.open("/people");
            browser.go_to_act("person.register");
            browser.put("/name", name);
            browser.put("/employer", employer);
            browser.take("/languages", "en");
            browser.put("/zone", "Europe/Vienna");
            browser.send("The person is registered.");
            for (kind, area, amount) in credentials {
                browser.go_to_act("credential.add");
                browser.put("/credential/kind", kind);
                browser.put("/credential/area", area);
                browser.put("/credential/title", &format!("{area}: {kind}"));
                browser.put("/credential/issuer", "Lakeside Institute");
                browser.put("/credential/period/from", "2020-03-01");
                browser.put("/credential/amount", amount);
                browser.send("The evidence of competence is added.");
            }
        }
        browser.open("/auditees");
        browser.follow(AUDITEE);
        browser.go_to_act("auditee.update");
        for (row, (name, function)) in
            [(CONTACT, "Information security manager"), (CLIENT, "Managing director")].iter().enumerate()
        {
            browser.add_row("/contacts", row);
            browser.put(&format!("/contacts/{row}/person"), name);
            browser.put(&format!("/contacts/{row}/function"), function);
        }
        browser.send("The auditee's entry is changed.");
    }

    /// An auditor accepts the code and declares their interests, as they must themselves.
    fn auditor(&self, name: &'static str) -> Browser {
        let browser = self.signed_in(name);
        browser.open("/people");
        browser.follow(name);
        browser.go_to_act("code.accept");
        browser.send("You have accepted the code of conduct.");
        browser.go_to_act("interests.declare");
        browser.put("/text", "No interests in any auditee.");
        browser.take("/interests", "false");
        browser.send("Your interests are declared.");
        browser
    }

    fn programme_is_established(&self, approver: &Browser, programme: &str) {
        approver.open("/programmes");
        approver.go_to(programme);
        approver.go_to_act("programme.establish");
        self.sign(approver, APPROVER, "The programme is established.");
        self.manager.open(programme);
        self.manager.go_to_act("programme.begin");
        self.manager.send("The programme is being implemented.");
    }

    /// The first planned audit, with its team; its address.
    fn audit_is_opened(&self, programme: &str) -> String {
        let browser = &self.manager;
        browser.open(programme);
        browser.go_to_act("audit.open");
        browser.send("The audit is open.");
        let audit = place(browser);
        for (role, name) in [("leader", LEADER), ("auditor", AUDITOR)] {
            browser.open(&format!("{audit}/team?role={role}"));
            if role == "leader" {
                self.shot(browser, "team", 1_000);
            }
            browser.follow(&format!("Appoint {name}"));
            browser.send("The team member is appointed.");
        }
        audit
    }

    fn audit_is_initiated(&self, leader: &Browser, audit: &str) {
        leader.open("/audits");
        leader.go_to(audit);
        leader.go_to_act("audit.contact");
        leader.put("/with", CONTACT);
        leader.put("/at", &past("09:00"));
        leader.put("/channel", "Telephone");
        leader.put("/note", "The register of risks is shown on the day.");
        leader.send("The contact is recorded.");
        leader.go_to_act("audit.judge_feasibility");
        for factor in ["information", "cooperation", "time", "resources"] {
            leader.take(&format!("/{factor}/enough"), "true");
            leader.put(&format!("/{factor}/remark"), "Agreed on the telephone.");
        }
        leader.send("The feasibility is judged.");
        leader.go_to_act("audit.initiate");
        leader.put("/initiation/client", CLIENT);
        leader.put("/initiation/part/auditee", AUDITEE);
        leader.add_row("/initiation/objectives", 0);
        leader.put(
            "/initiation/objectives/0/text",
            "Determine whether risks are assessed when they should be.",
        );
        leader.put("/initiation/scope", "The management of risks in both units.");
        leader.take_all("/initiation/part/units");
        leader.take_all("/initiation/criteria");
        leader.put("/initiation/method", "on_site");
        leader.put("/initiation/language", "en");
        leader.put("/initiation/areas", "isms");
        leader.send("The audit is initiated.");
        leader.go_to_act("papers.make");
        leader.put("/only", "8.2");
        leader.send("The working papers are made.");
        leader.open(&format!("{audit}/work"));
        leader.take_all("/papers");
        leader.put("/assignee", LEADER);
        leader.press("Assign working papers");
        leader.expect_text("The working papers are assigned.");
    }

    /// Documents reviewed, a plan written, agreed with the auditee.
    fn audit_is_planned(&self, leader: &Browser, contact: &Browser, audit: &str) {
        leader.open(&format!("{audit}/documents"));
        leader.go_to_act("evidence.record_seen");
        for (place, text) in [
            ("/name", "Risk register"),
            ("/what", "The register of risks, on screen"),
            ("/place", "Shared screen"),
        ] {
            leader.put(place, text);
        }
        leader.put("/seen_at", &past("10:00"));
        leader.put("/seen_by", LEADER);
        leader.put("/classification", "confidential");
        leader.send("What was seen is recorded as evidence.");
        leader.open(&format!("{audit}/documents/review"));
        leader.put("found-0", "yes");
        leader.put("documents-0", "1");
        leader.put("outcome", "ready");
        leader.put("summary", "The register is there, and kept.");
        leader.send("The review of documented information is recorded.");

        leader.open(&format!("{audit}/plan/session"));
        leader.put("/start", &format!("{}T09:00", today()));
        leader.put("/end", &format!("{}T11:00", today()));
        leader.put("/subject", "Risks: assessed again, and by whom");
        leader.put("/place", "Room 2");
        leader.put("/method", "on_site");
        leader.take_all("/auditors");
        leader.take_all("/contacts");
        leader.send("Risks: assessed again, and by whom");
        for item in checklists::PLAN {
            leader.open(&format!("{audit}/plan/item?n={}", item.id));
            leader.put("/text", "As agreed with the information security manager.");
            leader.send("As agreed");
        }
        leader.go_to_act("plan.present");
        self.sign(leader, LEADER, "The plan is presented.");
        contact.open("/audits");
        contact.go_to(audit);
        contact.go_to(&format!("{audit}/plan"));
        contact.go_to_act("plan.agree");
        contact.send("The plan is agreed.");
        leader.open(audit);
        leader.go_to_act("audit.prepare");
        leader.send("The audit is prepared.");
    }

    fn fieldwork_begins(&self, leader: &Browser, audit: &str) {
        self.meeting(leader, audit, &past("11:00"), checklists::OPENING_MEETING);
        leader.go_to_act("audit.begin");
        leader.send("Fieldwork has begun.");
    }

    fn meeting(&self, leader: &Browser, audit: &str, held: &str, agenda: &[checklists::Item]) {
        leader.open(&format!("{audit}/meetings"));
        leader.go_to_act("meeting.record");
        leader.put("/held", held);
        leader.put("/place", "Room 2");
        for item in 0..agenda.len() {
            leader.take(&format!("/agenda/{item}/covered"), "true");
        }
        leader.send("The meeting is recorded.");
    }

    /// Two auditors write on one paper, each before a browser of their own, and see each other's notes.
    fn two_audit_at_once(&self, leader: &Browser, auditor: &Browser, audit: &str) {
        let desk = format!("{audit}/desk");
        leader.open(&desk);
        leader.click_first("a paper", "main .paper-list a");
        let here = leader.session.get("/url");
        let paper = here.as_str().unwrap().strip_prefix(&leader.base).unwrap().to_owned();
        auditor.open(&paper);
        note(leader, "Of twelve risks in the register three have no date of their last assessment.");
        note(auditor, "Asked who assesses the three, nobody knew.");
        for (browser, of_the_other) in [(leader, "nobody knew"), (auditor, "three have no date")] {
            // With scripts the page asks by itself whether somebody else wrote.
            if !self.scripts {
                browser.open(&paper);
            }
            browser.expect_text(of_the_other);
        }
        let file = self.world.folder().join("risks.csv");
        std::fs::write(&file, "risk,assessed\nLeavers keep access,\nBackups fail,2026-03-02\n").unwrap();
        leader.open(&paper);
        leader.upload("Take files as evidence", &file);
        leader.click_first("the button of the files", "main form.upload .buttons button");
        leader.until("the file among the evidence", || (leader.all("#evidence li").len() == 1).then_some(()));
        leader.open(&paper);
        self.shot(leader, "desk", 900);
        evaluate(leader, "does_not_conform", "Three of twelve were not assessed again.");
        // The other papers conform, by what was taken in already.
        loop {
            leader.open(&format!("{desk}?state=open"));
            let Some(open) = leader.all("main .paper-list a").into_iter().next() else { break };
            leader.see_and_click(&open);
            leader.go_to_act("paper.attach");
            leader.click_first("the file", "main select[name='/evidence'] option:last-child");
            leader.send("The evidence is attached.");
            evaluate(leader, "conforms", "The register shows it.");
        }
    }

    /// The nonconformity drafted from its paper, and raised; its address.
    fn a_nonconformity_is_raised(&self, leader: &Browser, audit: &str) -> String {
        leader.open(&format!("{audit}/desk?state=does_not_conform"));
        leader.click_first("the paper", "main .paper-list a");
        leader.go_to("/findings/new");
        leader.put("/text/title", FINDING);
        leader.put(
            "/text/statement",
            "Of 12 risks in the register 3 were not assessed again within the year that the procedure gives.",
        );
        leader.put("/text/objective_evidence", "Risk register, rows 4, 7 and 9, seen today.");
        leader.take("/text/grade", "minor");
        self.shot(leader, "composer", 1_100);
        leader.send("The finding is drafted.");
        leader.open(&format!("{audit}/findings"));
        leader.follow(&format!("1 · {FINDING}"));
        leader.go_to_act("finding.raise");
        leader.send("The finding is raised.");
        place(leader)
    }

    fn fieldwork_ends(&self, leader: &Browser, audit: &str) {
        self.meeting(leader, audit, &past("12:00"), checklists::CLOSING_MEETING);
        leader.go_to_act("audit.end_fieldwork");
        leader.send("Fieldwork has ended.");
        leader.open(&format!("{audit}/findings"));
        leader.go_to_act("audit.conclude");
        leader.put("/conformity", "The ISMS conforms but for the assessment of three risks.");
        leader.put("/effectiveness", "The register is kept up.");
        leader.put("/trends", "None seen.");
        leader.put("/recommendation", "none");
        // A row for each objective is there already.
        leader.put("/objectives/0/met", "partly");
        leader.put("/objectives/0/reason", "One nonconformity.");
        leader.send("The audit conclusions are recorded.");
    }

    /// The auditee answers on the finding's page, the leader looks at each step, and it is closed.
    fn the_auditee_answers(&self, contact: &Browser, leader: &Browser, finding: &str) {
        contact.open("/findings");
        contact.go_to(finding);
        contact.go_to_act("finding.acknowledge");
        self.sign(contact, CONTACT, "The finding is acknowledged.");
        self.shot(contact, "finding-at-the-auditee", 1_000);
        for (command, text, said) in [
            ("finding.correct", "The three were assessed this week.", "The correction is recorded."),
            (
                "finding.give_cause",
                "Risks that come from projects are entered without a date, so that no reminder comes.",
                "The root cause is given.",
            ),
        ] {
            contact.go_to_act(command);
            contact.put("/text", text);
            contact.send(said);
        }
        contact.go_to_act("finding.plan_action");
        contact.put("/text", "The register asks for the date, and reminds whoever owns the risk.");
        contact.put("/owner", CONTACT);
        contact.put("/due", &today().plus_days(30).to_string());
        contact.send("The corrective action is planned.");
        leader.open(finding);
        leader.go_to_act("finding.accept_plan");
        leader.send("The plan is accepted.");
        contact.open(finding);
        contact.go_to_act("finding.implement");
        contact.put("/text", "The register asks and reminds.");
        // The team's evidence stays unseen; theirs they give with the answer.
        assert!(contact.all("main [name='/evidence']").is_empty());
        let file = self.world.folder().join("reminders.csv");
        std::fs::write(&file, "risk,reminded\nLeavers keep access,2026-11-02\n").unwrap();
        contact.upload("Files (optional)", &file);
        contact.send("The implementation is recorded.");
        contact.expect_text("reminders.csv");
        assert!(!contact.text().contains("risks.csv"), "the team's evidence stays the team's");
        leader.open(finding);
        leader.expect_text("reminders.csv");
        leader.go_to_act("finding.verify");
        leader.put("/text", "The register and two reminders were seen.");
        leader.take_all("/evidence");
        self.sign(leader, LEADER, "The implementation is verified.");
        leader.go_to_act("finding.check_effectiveness");
        leader.put("/text", "Five risks, each assessed in time.");
        leader.put("/early", "A whole round of reminders was seen.");
        leader.take_all("/evidence");
        leader.send("The effectiveness is checked.");
        leader.go_to_act("finding.close");
        leader.send("The nonconformity is closed.");
        self.shot(leader, "finding-closed", 960);
    }

    fn the_report_is_issued(&self, leader: &Browser, auditor: &Browser, audit: &str) {
        leader.open(&format!("{audit}/report"));
        leader.go_to(&format!("{audit}/report/write"));
        leader.put("/distribution/0/person", CLIENT);
        leader.put("/distribution/0/function", "Audit client");
        leader.press("Save the draft");
        leader.expect_text("The report is drafted.");
        // The record says most of it; what only the leader can say stands open.
        leader.go_to(&format!("{audit}/report/write"));
        leader.expect_text("What the report must say");
        for text in leader.all("main details.group[open] > .field textarea") {
            leader
                .session
                .post(&format!("/element/{text}/value"), &json!({ "text": "As agreed with the auditee." }));
        }
        leader.press("Save the draft");
        leader.expect_text("Every item is there");
        auditor.open(&format!("{audit}/report"));
        auditor.go_to_act("report.review");
        self.sign(auditor, AUDITOR, "The report is reviewed.");
        leader.open(&format!("{audit}/report"));
        leader.go_to_act("report.approve");
        self.sign(leader, LEADER, "The report is approved.");
        leader.follow("Issue the report");
        self.sign(leader, LEADER, "The report is issued.");
        self.shot(leader, "report", 900);
    }

    /// What the pages have said is in the record, and the record stands up to verification.
    fn the_record_says_so(&self) {
        let states = |kind: &str| -> Vec<String> {
            let records = self.world.records(kind, &[]).into_iter();
            records.map(|(_, record)| record["state"]["is"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(states("finding"), ["closed"]);
        assert_eq!(states("report"), ["issued"]);
        let notes = self.world.records("note", &[]);
        let authors: BTreeSet<String> = notes.iter().map(|(_, note)| note["author"].to_string()).collect();
        assert_eq!((notes.len(), authors.len()), (2, 2), "{notes:#?}");
        let verified = assize(self.world.folder(), &["verify", "--json"]).output().unwrap();
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    }

    /// What the guide shows besides, as it stands at the end.
    fn the_guide_shows(&self, leader: &Browser, programme: &str, audit: &str) {
        let manager = &self.manager;
        for (browser, name, address, height) in [
            (manager, "programme", programme.to_owned(), 760),
            (manager, "programme-plan", format!("{programme}/plan"), 820),
            (manager, "coverage", format!("{programme}/coverage"), 900),
            (manager, "verify", "/records/verify".to_owned(), 620),
            (leader, "audit-path", audit.to_owned(), 820),
            (leader, "plan", format!("{audit}/plan"), 640),
            (leader, "audit-time", "/methods/audit-time?%2Fpersons=200".to_owned(), 900),
        ] {
            browser.open(&address);
            browser.until("the page", || (!browser.heading().is_empty()).then_some(()));
            self.shot(browser, name, height);
        }
    }

    /// Takes a picture of the guide of what the page shows, where the story is told for it.
    fn shot(&self, browser: &Browser, name: &str, height_max: u32) {
        if self.scripts && std::env::var_os("ASSIZE_TEST_GUIDE").is_some() {
            browser.guide_picture(name, height_max);
        }
    }
}

impl Browser {
    /// Writes the page without its frame, as far down as that, as a picture of the guide.
    pub fn guide_picture(&self, name: &str, height_max: u32) {
        self.session.evaluate("scrollTo(0, 0)");
        // A frame with a PDF is painted after its page.
        std::thread::sleep(Duration::from_secs(2));
        let rect = self.session.evaluate(&format!(
            "(() => {{ const box = document.querySelector('main').getBoundingClientRect(); \
             return [box.left, box.top, box.width, Math.min(box.height, {height_max})]; }})()"
        ));
        let taken = self.session.devtools(
            "Page.captureScreenshot",
            json!({ "format": "webp", "quality": 60, "captureBeyondViewport": true, "clip": { "x": rect[0], "y": rect[1],
                "width": rect[2], "height": rect[3], "scale": 1 } }),
        );
        let webp = base64::engine::general_purpose::STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
        std::fs::create_dir_all(pictures()).unwrap();
        std::fs::write(pictures().join(format!("{name}.webp")), webp).unwrap();
    }
}

/// The address of the page, without what was asked for beside it.
fn place(browser: &Browser) -> String {
    let here = browser.session.get("/url");
    let place = here.as_str().unwrap().split('?').next().unwrap();
    place.strip_prefix(&browser.base).unwrap().to_owned()
}

/// Writes a note on the paper of the desk.
fn note(browser: &Browser, text: &str) {
    browser.put("/method", "document_review");
    browser.put("/text", text);
    browser.press("Write the note");
    browser.expect_text(text);
}

fn evaluate(browser: &Browser, evaluation: &str, reason: &str) {
    browser.take("/evaluation", evaluation);
    browser.put("/reason", reason);
    browser.press("Evaluate the paper");
    browser.expect_text(reason);
}

fn pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/pictures")
}

fn today() -> Date {
    let millis = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis();
    Timestamp::from_millis(i64::try_from(millis).unwrap()).unwrap().date()
}

/// The first day of the month three months ago: the first audit of the wizard's plan then has its window now.
fn three_months_ago() -> String {
    let today = today().to_string();
    let months = today[..4].parse::<u32>().unwrap() * 12 + today[5..7].parse::<u32>().unwrap() - 1 - 3;
    format!("{:04}-{:02}-01", months / 12, months % 12 + 1)
}

/// A time of the day before, as a control of a form takes it: it has passed wherever the story is told.
fn past(time: &str) -> String {
    format!("{}T{time}", today().minus_days(1))
}
