//! The auditee's door on a telephone: from the leader who opens it to the action that is shown to be done.

use assize_domain::audit::checklists;
use serde_json::{Value, json};

use crate::browser::{Browser, NARROW};
use crate::under_way::{GUIDE, LEADER, UnderWay};
use crate::world::{World, assize};

/// The contact of the auditee who has no account.
const CONTACT: &str = GUIDE;

#[test]
fn a_contact_answers_by_the_door_on_a_telephone() {
    told(true);
}

#[test]
fn a_contact_answers_by_the_door_without_scripts() {
    told(false);
}

fn told(scripts: bool) {
    let world = World::served();
    let work = world.under_way();
    let (Some(leader), Some(guest)) = (world.sign_in(LEADER), world.browser()) else { return };
    guest.set_size(NARROW);
    if !scripts {
        guest.scripts_off();
    }
    let story = Story { world: &world, work: &work, leader, guest, clean: scripts };
    story.the_leader_asks();
    let link = story.the_door_is_opened();
    story.the_contact_comes_in(&link);
    story.attendance_is_signed();
    story.the_plan_is_agreed();
    story.a_request_is_answered();
    story.a_finding_is_answered();
    story.a_complaint_is_made();
    story.the_journal_says_so();
    story.the_way_is_closed(&link);
}

struct Story<'s> {
    world: &'s World,
    work: &'s UnderWay,
    leader: Browser,
    guest: Browser,
    /// Whether each page is looked at, in both colours and sizes.
    clean: bool,
}

impl Story<'_> {
    fn person(&self, name: &str) -> String {
        let people = self.world.records("person", &[]);
        people.into_iter().find(|(_, record)| record["name"] == name).unwrap().0
    }

    fn act(&self, by: &str, name: &str, body: Value) -> String {
        self.world.act(&self.person(by), name, &body)
    }

    fn looks(&self, browser: &Browser, name: &str) {
        if self.clean {
            browser.expect_clean(&format!("door-{name}"));
        }
    }

    /// What waits for the contact: a request, a new version of the plan, and a nonconformity.
    fn the_leader_asks(&self) {
        let audit = self.work.audit.as_str();
        let ask = json!({ "audit": audit, "to": self.person(CONTACT), "question": "Which suppliers were added this year?", "due": "2036-12-10" });
        self.act(LEADER, "request.ask", ask);
        let items: Vec<Value> =
            checklists::PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect();
        let session = json!({ "key": "s1", "start": "2026-12-08T13:00:00+00:00", "end": "2026-12-08T14:00:00+00:00",
            "zone": "Europe/Dublin", "site": "cork", "place": "Room Shannon", "contacts": [self.person(CONTACT)],
            "auditors": [self.person(LEADER)], "subject": "Suppliers", "requirements": ["A.5.19"], "method": "remote" });
        let plan =
            json!({ "audit": audit, "reason": "The room is taken", "items": items, "sessions": [session] });
        let plan = self.act(LEADER, "plan.draft", plan);
        self.act(LEADER, "plan.present", json!({ "plan": plan }));
        let seen = self.world.records("evidence", &["--link", &format!("audit={audit}")]).remove(0).0;
        let paper = self.work.papers[0].as_str();
        self.act(LEADER, "paper.attach", json!({ "paper": paper, "evidence": seen }));
        let evaluate = json!({ "paper": paper, "evaluation": "does_not_conform", "reason": "Two of nine have no owner" });
        self.act(LEADER, "paper.evaluate", evaluate);
        let record = self.world.records("paper", &["--link", &format!("audit={audit}")]);
        let record = &record.iter().find(|(id, _)| id == paper).unwrap().1;
        let requirement = record["requirements"][0].clone();
        let finding = json!({ "audit": audit, "text": { "kind": "nonconformity", "title": "Two suppliers have no owner",
            "statement": "Of nine suppliers in the register two have no owner.", "objective_evidence": "Register of suppliers, rows 3 and 8",
            "requirements": [requirement], "breaches": ["8.1"], "grade": "minor", "papers": [paper], "evidence": [seen] } });
        let finding = self.act(LEADER, "finding.draft", finding);
        self.act(LEADER, "finding.raise", json!({ "finding": finding }));
    }

    fn the_door_is_opened(&self) -> String {
        let leader = &self.leader;
        leader.open(&format!("/audits/{}", self.work.audit));
        leader.go_to(&format!("/audits/{}/doors", self.work.audit));
        leader.put("person", &self.person(CONTACT));
        leader.send("is open");
        self.looks(leader, "opened");
        let link = leader.session.evaluate("document.querySelector('code.secret').textContent");
        link.as_str().unwrap().to_owned()
    }

    /// The code in the letter that nobody has sent yet.
    fn code(&self) -> String {
        let output = assize(self.world.folder(), &["door", "code", CONTACT, "--json"]).output().unwrap();
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let letter = said["letter"].as_str().unwrap_or_else(|| panic!("{said:#}"));
        letter.lines().next().unwrap().chars().filter(char::is_ascii_digit).collect()
    }

    fn the_contact_comes_in(&self, link: &str) {
        let guest = &self.guest;
        let path = &link[link.find("/enter/").unwrap()..];
        guest.open(path);
        guest.expect_text(&format!("Hello {CONTACT}"));
        self.looks(guest, "link");
        guest.press("Have a code made");
        guest.expect_text("This server sends no mail");
        self.looks(guest, "code");
        guest.fill("Code", "0000 0000");
        guest.press("Go in");
        guest.expect_text("That is not the code");
        guest.fill("Code", &self.code());
        guest.press("Go in");
        guest.expect_text(&format!("You are here as {CONTACT}"));
        self.looks(guest, "overview");
    }

    fn home(&self, task: &str) {
        self.guest.open("/door");
        self.guest.follow(task);
    }

    fn attendance_is_signed(&self) {
        self.home("Sign that you were at a meeting");
        self.looks(&self.guest, "meeting");
        self.guest.send("Your attendance is signed.");
    }

    fn the_plan_is_agreed(&self) {
        self.guest.open("/door/plan");
        self.guest.expect_text("Room Shannon");
        self.looks(&self.guest, "plan");
        self.guest.send("The plan is agreed.");
    }

    fn a_request_is_answered(&self) {
        self.home("Which suppliers were added this year?");
        self.looks(&self.guest, "request");
        self.guest.put("/text", "Two; they are in the file.");
        self.guest.upload("Files (optional)", &self.file("suppliers.csv"));
        self.guest.send("The request is answered.");
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        let file = self.world.folder().join(name);
        std::fs::write(&file, format!("{name},owner\nColdharbour,Zuzana\n")).unwrap();
        file
    }

    fn a_finding_is_answered(&self) {
        let guest = &self.guest;
        let finding = "1 · Two suppliers have no owner";
        self.home(finding);
        guest.expect_text("Is it so?");
        self.looks(guest, "finding");
        guest.send("The finding is acknowledged.");
        guest.expect_text("How was it corrected?");
        self.looks(guest, "correction");
        guest.put("/text", "Both have an owner since today.");
        guest.upload("Files (optional)", &self.file("owners.csv"));
        guest.send("The correction is recorded.");
        self.home(finding);
        guest.put("/text", "The form of a new supplier asks for no owner.");
        guest.send("The root cause is given.");
        self.home(finding);
        guest.put("/text", "The form asks for the owner, and is not taken without.");
        guest.put("/due", "2036-12-20");
        guest.send("The corrective action is planned.");
        self.home(finding);
        guest.expect_text("Nothing waits for you here now");
        let id =
            self.world.records("finding", &["--link", &format!("audit={}", self.work.audit)]).remove(0).0;
        self.act(LEADER, "finding.accept_plan", json!({ "finding": id }));
        self.home(finding);
        self.looks(guest, "implementation");
        guest.put("/text", "The form asks since Monday.");
        guest.upload("Files", &self.file("form.csv"));
        guest.send("The implementation is recorded.");
        self.home(finding);
        for file in ["owners.csv", "form.csv"] {
            guest.expect_text(file);
        }
        self.leader.open(&format!("/findings/{id}"));
        self.leader.expect_text("form.csv");
    }

    fn a_complaint_is_made(&self) {
        self.home("Complain or appeal");
        self.looks(&self.guest, "complaint");
        self.guest.put("/text", "The session began an hour late.");
        self.guest.send("is entered");
    }

    /// The journal names the person, and that they came by the door; verification holds all of it.
    fn the_journal_says_so(&self) {
        let verified = assize(self.world.folder(), &["verify", "--json"]).output().unwrap();
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
        self.leader.open(&format!("/audits/{}/journal", self.work.audit));
        self.leader.expect_text(&format!("{CONTACT}, by the auditee's door"));
    }

    fn the_way_is_closed(&self, link: &str) {
        let (leader, guest) = (&self.leader, &self.guest);
        guest.open("/door/sessions");
        self.looks(guest, "sessions");
        leader.open(&format!("/audits/{}/doors", self.work.audit));
        leader.expect_text("one browser is in");
        leader.click_first("the button that closes it", "main table form button");
        leader.expect_text("closed on");
        guest.open(&link[link.find("/enter/").unwrap()..]);
        guest.expect_text("This link holds no longer");
        self.looks(guest, "gone");
    }
}
