use super::*;
use crate::{DocumentKind, table};

fn read_csv(text: &str) -> (Vec<SoaRow>, Vec<Problem>) {
    let (table, _) = table(DocumentKind::Csv, text.as_bytes(), &Limits::default()).unwrap();
    read(&table)
}

/// The problems of one weight as `row:column:what`.
fn of(problems: &[Problem], severity: Severity) -> Vec<String> {
    problems
        .iter()
        .filter(|p| p.severity == severity)
        .map(|p| format!("{}:{}:{}", p.row.unwrap_or(0), p.column.unwrap_or(0), p.what))
        .collect()
}

#[test]
fn an_english_statement_is_read_in_full() {
    let (rows, problems) = read_csv(
        "Statement of Applicability,,,,,\nACME Ltd,,,,,\n\
         Ref,Control,Applicable (Y/N),Justification for inclusion,Status,Justification for exclusion\n\
         A.5,Organizational controls,,,,\n\
         A.5.1,Policies,Yes,Risk treatment,Implemented,\n\
         A.5.2,Roles,y,Law,partially implemented,\n\
         A.7.1,Perimeters,No,,,No premises\n",
    );
    assert_eq!(problems, []);
    assert_eq!(rows.len(), 3);
    let first = &rows[0];
    assert_eq!(
        (first.control.as_str(), first.title.as_str(), first.why.as_str()),
        ("A.5.1", "Policies", "Risk treatment")
    );
    assert_eq!((first.necessary, first.implemented, first.row), (true, Implementation::Yes, 5));
    assert_eq!(rows[1].implemented, Implementation::Partly);
    assert_eq!((rows[2].necessary, rows[2].why_excluded.as_str()), (false, "No premises"));
}

#[test]
fn a_german_statement_with_one_column_of_reasons_is_read_in_full() {
    let (rows, problems) = read_csv(
        "Nr.;Maßnahme;Anwendbar;Begründung;Umsetzungsstatus;Beschreibung der Umsetzung\n\
         5.1;Richtlinien;ja;Risikobehandlung;umgesetzt;ISMS-Handbuch\n\
         7.1;Sicherheitsperimeter;nein;keine Räume;;\n\
         8.1;Endgeräte;Ja;Gesetz;geplant;\n",
    );
    assert_eq!(problems, []);
    assert_eq!(rows[0].title, "Richtlinien");
    assert_eq!(
        (rows[0].implemented, rows[0].implemented_text.as_str()),
        (Implementation::Yes, "ISMS-Handbuch")
    );
    assert_eq!((rows[1].why.as_str(), rows[1].why_excluded.as_str()), ("", "keine Räume"));
    assert_eq!(rows[2].implemented, Implementation::Planned);
}

#[test]
fn every_problem_is_named_at_its_place() {
    let (rows, problems) = read_csv(
        "Control ID,Applicable,Justification,Implemented,Reason for exclusion,Owner\n\
         5.1,maybe,x,yes,,me\n\
         5.2,,x,yes,,\n\
         ,yes,x,yes,,\n\
         5.3,yes,x,yes,,\n\
         A.5.3,yes,x,yes,,\n\
         2026-10-05,yes,x,yes,,\n\
         5.4,yes,,who knows,,\n\
         5.5,no,,,,\n\
         5.6,yes,x,yes,but also out,\n\
         ,perhaps,x,yes,,\n\
         5.7,yes,,yes,out,\n\
         5.8,no,for the law,,no need,\n",
    );
    assert_eq!(
        of(&problems, Severity::Error),
        [
            "2:2:`maybe` does not say whether control `5.1` is necessary",
            "3:2:it is not said whether control `5.2` is necessary",
            "4:1:the row names no control",
            "7:1:the control is the date `2026-10-05`",
            "8:3:a necessary control has no justification: `5.4`",
            "9:5:an excluded control has no reason for exclusion: `5.5`",
            "11:1:the row names no control",
            "11:2:`perhaps` does not say whether it is necessary",
            "12:3:a necessary control has no justification: `5.7`",
            "13:3:an excluded control has a reason for being included: `5.8`",
            "6:0:control `A.5.3` stands in row 5 already",
        ]
    );
    assert_eq!(
        of(&problems, Severity::Warning),
        [
            "8:4:`who knows` does not say whether the control is implemented",
            "10:5:a necessary control has a reason for exclusion: `5.6`",
            "12:5:a necessary control has a reason for exclusion: `5.7`",
        ]
    );
    assert_eq!(of(&problems, Severity::Note), ["1:0:these columns are not read: `Owner`"]);
    let kept: Vec<&str> = rows.iter().map(|row| row.control.as_str()).collect();
    assert_eq!(kept, ["5.3", "A.5.3", "5.4", "5.5", "5.6", "5.7", "5.8"]);
    assert_eq!(rows[2].implemented_text, "who knows");
}

#[test]
fn a_number_that_lost_its_zero_gets_its_own_hint() {
    let (_, problems) = read_csv("ID,Applicable,Reason,Status\n5.1,yes,a,yes\n5.1,yes,a,yes\n");
    assert!(problems[0].hint.contains("5.10"));
    let (_, problems) = read_csv("ID,Applicable,Reason,Status\nA.5.12,yes,a,yes\n5.12,yes,a,yes\n");
    assert_eq!(problems[0].hint, "keep one of the rows");
}

#[test]
fn a_table_without_header_or_controls_says_so() {
    assert!(of(&read_csv("a,b\nc,d\n").1, Severity::Error)[0].contains("no header row"));
    let (rows, problems) = read_csv("Control,Applicable,Reason,Implemented\nA.5,,,\n");
    assert!(rows.is_empty());
    assert!(of(&problems, Severity::Error)[0].contains("no control"));
    assert!(of(&read_csv("").1, Severity::Error)[0].contains("no header row"));
}

#[test]
fn missing_columns_are_named_once() {
    let (rows, problems) = read_csv("Control,Applicable\nA.5.1,yes\n");
    assert_eq!((rows.len(), problems.len()), (1, 2));
    assert_eq!(
        of(&problems, Severity::Error),
        ["1:0:there is no column for the justification for inclusion"]
    );
    assert_eq!(rows[0].implemented, Implementation::NotStated);
}

#[test]
fn words_are_understood_in_both_languages() {
    for (cell, answer) in [
        ("Yes", Some(true)),
        (" JA ", Some(true)),
        ("X", Some(true)),
        ("✓", Some(true)),
        ("N/A", Some(false)),
        ("entfällt", Some(false)),
        ("nicht anwendbar", Some(false)),
        ("", None),
        ("yes and no", None),
    ] {
        assert_eq!(words::yes_or_no(cell), answer, "{cell}");
    }
    for (cell, state) in [
        ("vollständig umgesetzt", Some(Implementation::Yes)),
        ("In Progress", Some(Implementation::Partly)),
        ("to do", Some(Implementation::Planned)),
        ("-", Some(Implementation::No)),
        ("see policy", None),
    ] {
        assert_eq!(words::implementation(cell), state, "{cell}");
    }
}
