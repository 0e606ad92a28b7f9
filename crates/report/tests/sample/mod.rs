//! Contents to render: a fictional audit, the same made bare, made large, made hostile, and a document review.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "shared by tests and examples, each of which uses a part"
)]

use assize_domain::report_content::{
    Concern, Evaluation, EvidenceRef, Extent, FindingKind, Grade, Note, Omission, Paper, ReportContent,
    ReportKind, Response, Sample, StatusState,
};

/// A surveillance audit of a fictional maker of instruments.
pub fn surveillance() -> ReportContent {
    serde_json::from_str(include_str!("../fixtures/surveillance.json")).unwrap()
}

/// A report just begun: everything that may be empty is.
pub fn bare() -> ReportContent {
    let mut content = surveillance();
    content.status = Default::default();
    content.history.clear();
    content.version = 1;
    content.summary = None;
    content.auditee.units.clear();
    content.auditee.processes.clear();
    content.objectives.clear();
    content.criteria.clear();
    content.statement_of_applicability = None;
    content.methods.summary.clear();
    content.methods.remote_percent = None;
    content.methods.duration = None;
    content.locations.clear();
    content.sessions.clear();
    content.plan_note = None;
    content.team.clear();
    content.impartiality = None;
    content.participants.clear();
    content.meetings.clear();
    content.process_summary = None;
    content.obstacles.clear();
    content.not_covered.clear();
    content.findings.clear();
    content.good_practices.clear();
    content.previous = None;
    content.conclusions = None;
    content.diverging_opinions = None;
    content.sampling.clear();
    content.follow_up.clear();
    content.programme_implications = None;
    content.confidentiality = None;
    content.distribution.clear();
    content.complaints = None;
    content.certification = None;
    content.tests.clear();
    content.document_review = None;
    content.evidence.clear();
    content.omitted = vec![Omission {
        item: "audit_report.good_practices".to_owned(),
        reason: "the client asked for nonconformities only".to_owned(),
    }];
    content
}

/// As large as the audits the system is made for.
pub fn large(tests: usize, findings: u32) -> ReportContent {
    let mut content = surveillance();
    let kinds = content.tests.clone();
    content.tests = (0..tests)
        .map(|index| {
            let mut test = kinds[index * 7 % kinds.len()].clone();
            test.id = format!("{}{:02}", test.id.trim_end_matches("01"), index / kinds.len() + 1);
            test.reason = Some(format!(
                "{} Seen in {} of {} records; the rest was drawn but not needed.",
                test.reason.unwrap_or_default(),
                index % 9 + 3,
                index % 9 + 14
            ));
            test
        })
        .collect();
    content.tests.sort_by_key(|test| {
        test.requirement.id.split('.').map(|p| format!("{p:0>3}")).collect::<Vec<_>>().join(".")
    });
    let shapes = content.findings.clone();
    content.findings = (1..=findings)
        .map(|number| {
            let mut finding = shapes[number as usize * 3 % shapes.len()].clone();
            finding.number = number;
            finding.title = format!("{} ({number})", finding.title);
            if finding.kind == FindingKind::Nonconformity && number % 3 == 0 {
                finding.grade = Some(Grade { label: "observation".to_owned(), rank: 3 });
            }
            finding
        })
        .collect();
    let entries = content.evidence.clone();
    content.evidence = (0..180)
        .map(|index| {
            let mut entry = entries[index % entries.len()].clone();
            entry.reference = format!("E-{:03}", index + 1);
            entry
        })
        .collect();
    content
}

/// With whole working papers.
pub fn with_papers() -> ReportContent {
    let mut content = surveillance();
    content.whole_papers = true;
    content.tests[0].paper = Some(Paper {
        notes: vec![Note {
            method: "Interview".to_owned(),
            author: "Miriam Okafor".to_owned(),
            on: "2026-09-14".to_owned(),
            text: "The scope was drawn up with the board.\n\nInterfaces are listed with owners.".to_owned(),
        }],
        samples: vec![Sample {
            population: "changes since January".to_owned(),
            population_size: Some(212),
            size: 40,
            selection: "random, seed 77120".to_owned(),
            result: "no deviation".to_owned(),
        }],
    });
    content
}

/// The review of documents before the audit.
pub fn review() -> ReportContent {
    let mut content = surveillance();
    content.kind = ReportKind::DocumentReview;
    content.title = "Documented information of the information security management system".to_owned();
    content.status.state = StatusState::Draft;
    content.status.reviewed = None;
    content.status.approved = None;
    content.history.clear();
    content.version = 1;
    content.summary = None;
    content.findings.clear();
    content.conclusions = None;
    content.certification = None;
    content.meetings.clear();
    content.sessions.clear();
    content.follow_up.clear();
    for objective in &mut content.objectives {
        objective.met = None;
        objective.reason = None;
    }
    for test in &mut content.tests {
        test.evaluation = None;
        test.reason = None;
        test.evaluator = None;
        test.reviewer = None;
        test.evidence.clear();
        test.findings.clear();
    }
    if let Some(review) = &mut content.document_review {
        review.outcome = Some("The audit can go ahead, with concerns to follow up.".to_owned());
        review.concerns = vec![Concern {
            requirement: review.items.first().map(|item| item.requirement.clone()),
            document: Some("risk/method.docx".to_owned()),
            missing: "The method of rating risks names two scales.".to_owned(),
            consequence: "Ratings of both are compared with their owners.".to_owned(),
        }];
        review.items.iter_mut().for_each(|item| {
            if item.found == Extent::No {
                item.remark = Some("asked for on 8 September".to_owned());
            }
        });
    }
    content
}

/// Texts that try to be markup, to overflow, to turn around or to vanish.
pub const HOSTILE: [&str; 14] = [
    "#panic(\"no\") #import \"/x.typ\" #read(\"/etc/passwd\") #{while true {}}",
    "*bold* _it_ `raw` $ x^2 $ = heading\n= heading\n- list\n+ enum\n/ term: x <label> @ref ~ \\ // comment /* c */",
    "] ) } \" ' \\\" \\u{41} \\",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "evidence/a/very/long/path/without/any/space/in/it/2026-09-15_privileged-accounts_of_leavers_final_v2_reviewed.xlsx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "שלום עולם, פסקה 5.2 של המדיניות",
    "مرحبا بالعالم سياسة أمن المعلومات 27001",
    "漢字かな交じり文 한국어 ไทย",
    "fire \u{1F525} family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} flag \u{1F1E6}\u{1F1F9} heart \u{2764}\u{FE0F}",
    "bell\u{7} null\u{0} escape\u{1B}[31m delete\u{7F} c1\u{85}\u{9F} bom\u{FEFF} nonchar\u{FFFE}\u{FFFF}",
    "exe\u{202E}fdp.cod \u{2066}isolate\u{2069} zero\u{200B}width soft\u{AD}hyphen",
    "Z\u{351}\u{36B}\u{343}\u{36A}\u{302}a\u{301}\u{300}\u{302}\u{303}\u{304}\u{305}lgo private \u{E000}\u{F0000} tag \u{E0041}",
    "\n\n\n   \n\ttabs\tand\r\nreturns\u{2028}separators\u{2029}end ﷽ ½ ﬁ ™ ≤ ∀ ♞ ⸘ ᚠ",
];

/// Every text of the content is hostile.
pub fn hostile() -> ReportContent {
    let mut value = serde_json::to_value(with_papers()).unwrap();
    let mut next = 0;
    for (name, field) in value.as_object_mut().unwrap() {
        if !matches!(name.as_str(), "format" | "kind" | "status") {
            spoil(field, &mut next);
        }
    }
    let mut content: ReportContent = serde_json::from_value(value).unwrap();
    content.findings[0].number = 2;
    content.findings[1].response = Response::Disputed {
        by: HOSTILE[0].to_owned(),
        on: "2026-99-99".to_owned(),
        opinion: HOSTILE[9].to_owned(),
    };
    content.findings[2].evidence.push(EvidenceRef {
        reference: HOSTILE[5].to_owned(),
        title: HOSTILE[1].to_owned(),
        sha256: Some("é\u{1F525}".repeat(20)),
    });
    content.tests[0].evaluation = Some(Evaluation::Conforms);
    content.language = "zz-#x".to_owned();
    content
}

const WORDS: [&str; 13] =
    ["is", "kind", "met", "found", "evaluation", "state", "format", "yes", "no", "partly", "x", "y", "z"];

fn spoil(value: &mut serde_json::Value, next: &mut usize) {
    match value {
        serde_json::Value::String(text) => {
            *text = HOSTILE[*next % HOSTILE.len()].to_owned();
            *next += 1;
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, next)),
        serde_json::Value::Object(object) => {
            for (name, item) in object.iter_mut() {
                if !WORDS.contains(&name.as_str()) {
                    spoil(item, next);
                }
            }
        }
        _ => {}
    }
}
