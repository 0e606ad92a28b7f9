//! Documents to be written: of a fictional audit, in both languages.

#![allow(clippy::unwrap_used, reason = "a test that meets what it did not expect fails")]
#![allow(dead_code, missing_docs, unreachable_pub, reason = "each test uses a part")]

use assize_domain::auditee::{Letterhead, Logo, LogoMedia};
use assize_domain::document::DocumentContent;
use assize_report::{Look, Marking, RenderContext};
use serde_json::{Value, json};

pub fn context(marking: Marking) -> RenderContext {
    RenderContext {
        generated_at: "2026-10-02T14:30:00Z".parse().unwrap(),
        marking,
        producer: "Assize test".to_owned(),
        look: None,
        fonts: Vec::new(),
        signatures: Vec::new(),
        attachments: Vec::new(),
    }
}

/// A look with a drawing as the logo.
pub fn look() -> Look {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"><rect width="400" height="100" fill="#803300"/><circle cx="50" cy="50" r="36" fill="#ffffff"/></svg>"##;
    let logo = Logo {
        sha256: "0".repeat(64).parse().unwrap(),
        media: LogoMedia::Svg,
        bytes: 1,
        width: 400,
        height: 100,
    };
    let letterhead = Letterhead {
        logo: Some(logo),
        accent: Some("#803300".parse().unwrap()),
        address: Some("Fern Hill 1 & 2, 1010 Example".parse().unwrap()),
        footer: Some("Registered at <court>, FN 1234".parse().unwrap()),
    };
    Look { letterhead, logo: svg.to_vec() }
}

fn audit() -> Value {
    json!({
        "audit_type": "Surveillance", "client": "Bea Client", "period": { "from": "2026-09-14", "to": "2026-09-16" },
        "scope": "Development, manufacture and support of measuring instruments.\n\nThe plant in Lower Ferrow is out.", "method": "On site and remote", "days": "4.5 auditor days",
        "objectives": ["Determine whether the management system conforms", "Follow up what was open"],
        "criteria": ["ISO/IEC 27001:2022+A1:2024", "Yard rules:2026"], "statement_of_applicability": "Version 7 of 2026-03-01",
        "locations": [{ "name": "Head office", "kind": "physical", "place": "Fern Hill 1", "dates": null }, { "name": "Cloud", "kind": "virtual", "place": "Region one", "dates": null }],
        "team": [{ "name": "Ada Lind", "role": "Audit team leader", "areas": ["isms", "cloud"] }, { "name": "Otto Auditor", "role": "Auditor", "areas": [] }],
        "contacts": [{ "name": "Cleo Contact", "function": "Information security officer" }],
    })
}

fn document(kind: &str, language: &str, says: &Value) -> DocumentContent {
    serde_json::from_value(json!({
        "kind": kind, "language": language, "organization": "Fernhill Auditing", "title": "Surveillance audit 2026 of the ISMS",
        "about": "Ferrow Instruments", "id": "0198a000-0000-7000-8000-000000000001", "version": 2, "is_draft": false, "status": "Presented",
        "stamped": { "by": "Ada Lind", "on": "2026-08-30" }, "mark": "Confidential", "says": says,
    }))
    .unwrap()
}

pub fn plan(language: &str) -> DocumentContent {
    let session = |on: &str, subject: &str| {
        json!({ "on": on, "start": "09:00", "end": "10:30", "zone": "Europe/Vienna", "place": "Room 3", "subject": subject,
            "requirements": ["5.2", "6.1.2 a)"], "auditors": ["Ada Lind", "Otto Auditor"], "auditees": ["Cleo Contact"], "departure": null })
    };
    let says = json!({ "plan": {
        "audit": audit(), "reason": "The cloud team moved",
        "sessions": [session("2026-09-14", "Opening meeting & leadership"), session("2026-09-15", "Access control"), session("2026-09-16", "Closing meeting")],
        "items": [
            { "item": "audit_plan.objectives", "text": "As agreed with the client", "omitted": null },
            { "item": "audit_plan.logistics", "text": null, "omitted": "Everybody is on site" },
            { "item": "audit_plan.report_topics", "text": null, "omitted": null },
        ],
    } });
    document("plan", language, &says)
}

fn nonconformity(number: u32, closed: bool) -> Value {
    let by = |by: &str, on: &str| json!({ "by": by, "on": on });
    let step = |text: &str| json!({ "text": text, "stamped": by("Cleo Contact", "2026-10-12") });
    let done = |value: Value| if closed { value } else { Value::Null };
    json!({
        "number": number, "title": format!("Access rights are not reviewed ({number})"), "grade": "Major", "state": "Raised",
        "requirements": ["ISO/IEC 27001:2022+A1:2024, A.5.18"], "breaches": ["8.1"],
        "statement": "Privileged access rights of the build servers were not reviewed as planned.",
        "objective_evidence": "Review list 2026-Q2, last entry 2025-11-03\nInterview with the head of build",
        "evidence": [{ "reference": "E004", "title": "review-2026-Q2.xlsx", "sha256": "ab".repeat(32) }],
        "written": by("Otto Auditor", "2026-09-15"),
        "response": if closed { json!({ "is": "acknowledged", "by": "Cleo Contact", "on": "2026-09-16" }) } else { json!({ "is": "none" }) },
        "due": { "acknowledge": "2026-09-23", "plan": "2026-10-14", "implement": "2026-12-15", "effectiveness": null },
        "correction": done(step("All rights of the build servers were reviewed.")), "cause": done(step("Nobody was named for it.")),
        "action": done(json!({ "text": "The review is a task with an owner in the calendar.", "owner": "Bea Owner", "due": "2026-11-30", "stamped": by("Cleo Contact", "2026-10-12") })),
        "accepted": done(by("Ada Lind", "2026-10-20")), "implementation": done(step("The task exists; two reviews were done.")),
        "verification": done(json!({ "text": "Both lists were read.", "stamped": by("Ada Lind", "2026-12-20") })),
        "effectiveness": done(json!({ "text": "Nothing was found since.", "stamped": by("Ada Lind", "2027-03-01") })),
        "closed": done(by("Ada Lind", "2027-03-02")),
    })
}

pub fn followed(kind: &str, language: &str) -> DocumentContent {
    let says = json!({ "followed": { "audit": audit(), "nonconformities": [nonconformity(3, true), nonconformity(5, false)] } });
    document(kind, language, &says)
}

/// What is drawn by hand on the spot.
pub const DRAWN: &str = "M 20 100 L 300 40 L 580 150 M 40 180 L 560 180";

/// A signature given on the spot: drawn, or by name; by name also where what was drawn cannot be read.
fn signature(name: &str, drawing: Option<&str>, is_earlier: bool) -> Value {
    json!({ "name": name, "function": "Head of plant", "stamped": { "by": "Ada Lind", "on": "2026-09-14" }, "drawing": drawing,
        "shown": "cd".repeat(32), "by_passkey": !is_earlier, "is_earlier": is_earlier })
}

pub fn meeting(kind: &str, language: &str) -> DocumentContent {
    let says = json!({ "meeting": {
        "audit": audit(), "on": "2026-09-14", "at": "09:00", "place": "Room 3",
        "agenda": [
            { "item": "opening_meeting.introductions", "covered": true, "note": "Everybody was introduced." },
            { "item": "opening_meeting.feedback", "covered": false, "note": null },
            { "item": "tour_of_the_site", "covered": true, "note": null },
        ],
        "attendance": [
            { "name": "Ada Lind", "function": "Audit team leader", "signed": "2026-09-14" },
            { "name": "Cleo Contact", "function": "Information security officer", "signed": null },
        ],
        "minutes": "The plan was gone through.\n\nThere were no objections.",
        "signatures": [
            signature("Dora Visitor", Some(DRAWN), true), signature("Emil Visitor", None, false),
            signature("Fay Visitor", Some("no lines"), false),
        ],
    } });
    document(kind, language, &says)
}

pub fn meeting_to_come(language: &str) -> DocumentContent {
    let says = json!({ "meeting": {
        "audit": audit(), "on": null, "at": null, "place": null,
        "agenda": [{ "item": "opening_meeting.introductions", "covered": null, "note": null }],
        "attendance": [{ "name": "Ada Lind", "function": "Audit team leader", "signed": null }],
        "minutes": null,
    } });
    let mut document = document("opening_meeting", language, &says);
    document.is_draft = true;
    document
}

pub fn profile(language: &str) -> DocumentContent {
    let says = json!({ "profile": {
        "languages": ["en", "de"], "code": ["Principles 2026", "2026-01-07"],
        "credentials": [
            { "kind": "Qualification", "area": "isms", "title": "ISMS lead auditor", "issuer": "Example Institute", "from": "2024-02-01", "to": "2027-01-31", "amount": null },
            { "kind": "Experience", "area": "cloud", "title": "Cloud engineering", "issuer": "Ferrow", "from": "2015-01-01", "to": null, "amount": "96 months" },
        ],
        "development": [{ "on": "2026-05-04", "area": "isms", "what": "Course on sampling", "hours": 16 }],
        "audits": [{ "id": "0198a000-0000-7000-8000-000000000009", "title": "Internal audit 2025", "auditee": "Ferrow Instruments", "audit_type": "Internal", "role": "Auditor",
            "criteria": ["ISO/IEC 27001:2022+A1:2024"], "last_day": "2025-11-20", "days": "3 auditor days" }],
        "evaluations": [{ "id": "0198a000-0000-7000-8000-000000000008", "on": "2025-11-25", "by": "Mia Manager", "role": "Auditor", "method": "Observation", "result": "Meets",
            "reasons": "Asked for evidence each time.", "behaviours": [["Observant", true], ["Decisive", false]], "followed": "Leads the next audit under direction." }],
    } });
    let mut document = document("profile", language, &says);
    document.title = "Otto Auditor".to_owned();
    document.about = "Fernhill Auditing".to_owned();
    document.version = None;
    document.stamped = None;
    document
}

/// One of each kind, in both languages.
pub fn all() -> Vec<DocumentContent> {
    ["en", "de"]
        .into_iter()
        .flat_map(|language| {
            [
                plan(language),
                followed("nonconformities", language),
                followed("corrective_actions", language),
                meeting("opening_meeting", language),
                meeting("closing_meeting", language),
                profile(language),
            ]
        })
        .collect()
}
