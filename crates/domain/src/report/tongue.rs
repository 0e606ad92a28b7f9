//! The fixed words of a report's content, in the language of the report.
//!
//! They are part of what is approved, so they stand here and not with the documents' own fixed texts.

use crate::kernel::text::Language;

/// A language of fixed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// English; for every language that has no fixed words.
    English,
    /// German.
    German,
}

/// The German words of choices: of which, the word, and what it is called.
const GERMAN: &[(&str, &str, &str)] = &[
    ("AuditType", "internal", "Internes Audit"),
    ("AuditType", "supplier", "Lieferantenaudit"),
    ("AuditType", "stage_1", "Erstzertifizierung, Stufe 1"),
    ("AuditType", "stage_2", "Erstzertifizierung, Stufe 2"),
    ("AuditType", "surveillance", "Überwachungsaudit"),
    ("AuditType", "recertification", "Rezertifizierungsaudit"),
    ("AuditType", "special", "Audit aus besonderem Anlass"),
    ("TeamRole", "leader", "Auditteamleitung"),
    ("TeamRole", "auditor", "Auditor/in"),
    ("TeamRole", "trainee", "Auditor/in in Ausbildung"),
    ("TeamRole", "technical_expert", "Fachexperte/Fachexpertin"),
    ("TeamRole", "observer", "Beobachter/in"),
    ("TeamRole", "guide", "Betreuer/in"),
    ("TeamRole", "interpreter", "Dolmetscher/in"),
    ("RelationKind", "employed", "Bei der auditierten Organisation beschäftigt"),
    ("RelationKind", "managed_area", "Leitung des auditierten Bereichs"),
    ("RelationKind", "consulted", "Beratung zum Managementsystem"),
    ("RelationKind", "did_the_work", "Eigene Ausführung der auditierten Arbeit"),
    ("RelationKind", "internal_audit", "Interne Audits für die auditierte Organisation"),
    ("RelationKind", "financial", "Finanzielles Interesse"),
    ("RelationKind", "close_tie", "Familiäre oder andere enge Bindung"),
    ("NoteMethod", "interview", "Befragung"),
    ("NoteMethod", "observation", "Beobachtung"),
    ("NoteMethod", "document_review", "Prüfung dokumentierter Information"),
    ("NoteMethod", "technical_verification", "Technische Prüfung"),
    ("Evaluation", "conforms", "Konform"),
    ("Evaluation", "does_not_conform", "Nicht konform"),
    ("Evaluation", "not_applicable", "Nicht anwendbar"),
    ("Evaluation", "not_audited", "Nicht auditiert"),
    ("Classification", "public", "Öffentlich"),
    ("Classification", "internal", "Intern"),
    ("Classification", "confidential", "Vertraulich"),
    ("Classification", "restricted", "Nur für benannte Personen"),
    ("Readiness", "ready", "Bereit für das Audit"),
    ("Readiness", "ready_with_concerns", "Bereit, mit offenen Bedenken"),
    ("Readiness", "not_ready", "Nicht bereit"),
    ("FindingState", "drafted", "Entwurf"),
    ("FindingState", "raised", "Vorgelegt"),
    ("FindingState", "acknowledged", "Anerkannt"),
    ("FindingState", "corrected", "Korrigiert"),
    ("FindingState", "cause_found", "Ursache ermittelt"),
    ("FindingState", "action_planned", "Korrekturmaßnahme geplant"),
    ("FindingState", "plan_accepted", "Maßnahmenplan angenommen"),
    ("FindingState", "implemented", "Umgesetzt"),
    ("FindingState", "verified", "Umsetzung verifiziert"),
    ("FindingState", "effectiveness_checked", "Wirksamkeit geprüft"),
    ("FindingState", "closed", "Abgeschlossen"),
    ("FindingState", "withdrawn", "Zurückgezogen"),
    ("AuditMethod", "on_site", "Vor Ort"),
    ("AuditMethod", "remote", "Aus der Ferne"),
    ("AuditMethod", "hybrid", "Vor Ort und aus der Ferne"),
    ("PlanState", "draft", "Entwurf"),
    ("PlanState", "presented", "Der auditierten Organisation vorgelegt"),
    ("PlanState", "agreed", "Vereinbart"),
    ("PlanState", "superseded", "Durch neuere Fassung ersetzt"),
    ("CredentialKind", "education", "Ausbildung"),
    ("CredentialKind", "experience", "Berufserfahrung"),
    ("CredentialKind", "training", "Schulung"),
    ("CredentialKind", "qualification", "Qualifikation oder Zertifikat"),
    ("CredentialKind", "skill", "Kenntnis oder Fertigkeit"),
    ("EvaluationMethod", "review_of_records", "Überprüfung von Aufzeichnungen"),
    ("EvaluationMethod", "feedback", "Rückmeldung"),
    ("EvaluationMethod", "interview", "Befragung"),
    ("EvaluationMethod", "observation", "Beobachtung"),
    ("EvaluationMethod", "testing", "Prüfung"),
    ("EvaluationMethod", "post_audit_review", "Überprüfung nach dem Audit"),
    ("AppraisalResult", "meets", "Kriterien erfüllt"),
    ("AppraisalResult", "needs_development", "Weiterentwicklung erforderlich"),
    ("AppraisalResult", "does_not_meet", "Kriterien nicht erfüllt"),
    ("Behaviour", "ethical", "Ethisch"),
    ("Behaviour", "open_minded", "Aufgeschlossen"),
    ("Behaviour", "diplomatic", "Diplomatisch"),
    ("Behaviour", "observant", "Aufmerksam"),
    ("Behaviour", "perceptive", "Auffassungsfähig"),
    ("Behaviour", "versatile", "Vielseitig"),
    ("Behaviour", "tenacious", "Beharrlich"),
    ("Behaviour", "decisive", "Entscheidungsfähig"),
    ("Behaviour", "self_reliant", "Selbstständig"),
    ("Behaviour", "fortitude", "Standhaft"),
    ("Behaviour", "open_to_improvement", "Offen für Verbesserung"),
    ("Behaviour", "culturally_sensitive", "Kulturell einfühlsam"),
    ("Behaviour", "collaborative", "Zur Zusammenarbeit fähig"),
    ("Recommendation", "favourable", "Befürwortend"),
    ("Recommendation", "favourable_once_corrected", "Befürwortend nach Behandlung der Nichtkonformitäten"),
    ("Recommendation", "unfavourable", "Ablehnend"),
    ("Recommendation", "ready_for_stage_2", "Bereit für Stufe 2"),
    ("Recommendation", "not_ready_for_stage_2", "Nicht bereit für Stufe 2"),
];

macro_rules! texts {
    ($( $name:ident = $english:literal | $german:literal; )+) => {
        impl Tongue { $(
            pub(crate) const fn $name(self) -> &'static str {
                match self {
                    Self::English => $english,
                    Self::German => $german,
                }
            }
        )+ }
    };
}

texts! {
    erased = "(erased)" | "(gelöscht)";
    operator = "the operator" | "der Betreiber";
    confidential = "Confidential" | "Vertraulich";
    on_site = "On site." | "Vor Ort.";
    remote = "Remote." | "Aus der Ferne.";
    hybrid = "On site and remote." | "Vor Ort und aus der Ferne.";
    lone_auditor = "One auditor carried out this audit; nobody else of a team reviewed the working papers."
        | "Ein einzelner Auditor hat dieses Audit durchgeführt; niemand sonst aus einem Team hat die Arbeitspapiere geprüft.";
    first_version = "First version" | "Erste Fassung";
    author = "Author" | "Verfasst von";
    reviewer = "Reviewer" | "Geprüft von";
    leader = "Audit team leader" | "Auditteamleitung";
    issued = "Issued" | "Herausgegeben von";
    opening = "Opening meeting" | "Eröffnungsbesprechung";
    closing = "Closing meeting" | "Abschlussbesprechung";
    meeting = "Meeting" | "Besprechung";
    interviewed = "Interviewed" | "Befragt";
    due_plan = "Correction, root cause and plan" | "Korrektur, Ursache und Maßnahmenplan";
    due_implement = "Implementation" | "Umsetzung";
    unruled = "The team has not ruled on it yet; the finding stands as it was raised."
        | "Das Auditteam hat noch nicht darüber entschieden; die Auditfeststellung steht, wie sie erhoben wurde.";
    sampling = "An audit looks at a sample of what there is. What was not in the sample was not examined; that no \
        nonconformity is reported in an area does not mean that there is none."
        | "Ein Audit betrachtet eine Stichprobe dessen, was es gibt. Was nicht in der Stichprobe war, wurde nicht untersucht; dass \
        in einem Bereich keine Nichtkonformität berichtet wird, heißt nicht, dass es dort keine gibt.";
    review_methods =
        "Documented information was read for what the criteria demand; nobody was interviewed and nothing was observed."
        | "Die dokumentierte Information wurde auf das hin gelesen, was die Auditkriterien fordern; niemand wurde befragt und nichts beobachtet.";
    client = "Audit client" | "Auditauftraggeber";
    not_held = "Not held yet" | "Noch nicht abgehalten";
    held = "Held" | "Abgehalten";
    as_it_stands = "As the records stand" | "Stand der Aufzeichnungen";
    not_initiated = "Not initiated yet" | "Noch nicht eingeleitet";
}

impl Tongue {
    /// The fixed words for a language.
    pub(crate) fn of(language: &Language) -> Self {
        let main = language.as_str().split('-').next().unwrap_or_default();
        if main.eq_ignore_ascii_case("de") { Self::German } else { Self::English }
    }

    /// What a choice is called.
    pub(crate) fn word(self, of: &str, word: &str) -> String {
        match (self, of, word) {
            (Self::English, "TeamRole", "leader") => "Audit team leader".to_owned(),
            (Self::English, "TeamRole", "trainee") => "Auditor in training".to_owned(),
            (Self::English, ..) => sentence(word),
            (Self::German, ..) => {
                let found = GERMAN.iter().find(|(kind, known, _)| *kind == of && *known == word);
                found.map_or_else(|| sentence(word), |(_, _, called)| (*called).to_owned())
            }
        }
    }

    /// Auditor days.
    pub(crate) fn days(self, days: &str) -> String {
        match self {
            Self::English => format!("{days} auditor days"),
            Self::German => format!("{} Audittage", days.replace('.', ",")),
        }
    }

    /// The version of a Statement of Applicability.
    pub(crate) fn dated(self, label: &str, on: &str) -> String {
        match self {
            Self::English => format!("{label} of {on}"),
            Self::German => format!("{label} vom {on}"),
        }
    }

    /// From one date on, or to another.
    pub(crate) fn period(self, from: &str, to: Option<String>) -> String {
        match (self, to) {
            (Self::English, Some(to)) => format!("from {from} to {to}"),
            (Self::English, None) => format!("from {from} on"),
            (Self::German, Some(to)) => format!("von {from} bis {to}"),
            (Self::German, None) => format!("ab {from}"),
        }
    }

    /// How much of a credential there is: months of experience, else hours.
    pub(crate) fn amount(self, is_months: bool, amount: u32) -> String {
        match (self, is_months) {
            (Self::English, true) => format!("{amount} months"),
            (Self::English, false) => format!("{amount} hours"),
            (Self::German, true) => format!("{amount} Monate"),
            (Self::German, false) => format!("{amount} Stunden"),
        }
    }

    /// A finding by its number and title.
    pub(crate) fn finding(self, number: u32, title: &str) -> String {
        match self {
            Self::English => format!("Finding {number}: {title}"),
            Self::German => format!("Auditfeststellung {number}: {title}"),
        }
    }

    /// How many items of a sample deviate.
    pub(crate) fn deviations(self, count: u32) -> String {
        match (self, count) {
            (Self::English, 0) => "no deviation".to_owned(),
            (Self::English, 1) => "1 deviation".to_owned(),
            (Self::English, many) => format!("{many} deviations"),
            (Self::German, 0) => "keine Abweichung".to_owned(),
            (Self::German, 1) => "1 Abweichung".to_owned(),
            (Self::German, many) => format!("{many} Abweichungen"),
        }
    }

    /// The figures of the audit tests.
    pub(crate) fn degree_met(
        self,
        conform: usize,
        fail: usize,
        not_applicable: usize,
        not_audited: usize,
    ) -> String {
        let all = conform + fail;
        match self {
            Self::English => format!(
                "Of {all} audit tests carried out, {conform} showed conformity and {fail} did not; {not_applicable} did not apply and \
                 {not_audited} were not carried out, each with its reason."
            ),
            Self::German => format!(
                "Von {all} durchgeführten Audittests ergaben {conform} Konformität und {fail} nicht; {not_applicable} waren nicht \
                 anwendbar und {not_audited} wurden nicht durchgeführt, jeweils mit Begründung."
            ),
        }
    }
}

/// A word of the law as the beginning of a sentence.
fn sentence(word: &str) -> String {
    let mut text = word.replace('_', " ");
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{
        AppraisalResult, AuditMethod, AuditType, Behaviour, Classification, CredentialKind, Evaluation,
        EvaluationMethod, NoteMethod, Readiness, Recommendation, RelationKind, TeamRole,
    };

    #[test]
    fn every_choice_has_its_german_word() {
        let all = [
            ("AuditType", AuditType::WORDS),
            ("TeamRole", TeamRole::WORDS),
            ("RelationKind", RelationKind::WORDS),
            ("NoteMethod", NoteMethod::WORDS),
            ("Evaluation", Evaluation::WORDS),
            ("Classification", Classification::WORDS),
            ("Readiness", Readiness::WORDS),
            ("Recommendation", Recommendation::WORDS),
            ("AuditMethod", AuditMethod::WORDS),
            ("CredentialKind", CredentialKind::WORDS),
            ("EvaluationMethod", EvaluationMethod::WORDS),
            ("AppraisalResult", AppraisalResult::WORDS),
            ("Behaviour", Behaviour::WORDS),
        ];
        for (of, words) in all {
            for word in words.iter().filter(|word| (of, **word) != ("Recommendation", "none")) {
                assert!(GERMAN.iter().any(|(kind, known, _)| *kind == of && known == word), "{of} {word}");
            }
        }
        assert_eq!(Tongue::English.word("AuditType", "stage_1"), "Stage 1");
        assert_eq!(Tongue::of(&"de-AT".parse().unwrap()), Tongue::German);
        assert_eq!(Tongue::of(&"fr".parse().unwrap()), Tongue::English);
    }
}
