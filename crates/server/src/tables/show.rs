//! What a dry run shows, as data.

use assize_exchange::table::Edit;
use assize_exchange::table::edits::{Flaw, RowPlan};
use serde_json::{Map, Value, json};

use super::plan::{Told, Tried};
use crate::sheets::notes_json;
use crate::web::{Spoken, Words};

/// What is wrong with a row, for whoever reads it.
pub(crate) struct RowWrong {
    /// The column, where it is about one.
    pub(crate) column: Option<&'static str>,
    /// A stable word: of a flaw, `refused`, `problem`, `barred`.
    pub(crate) kind: &'static str,
    /// What is wrong, in words.
    pub(crate) what: String,
    /// The rule of the law, and its clause.
    pub(crate) rule: Option<(&'static str, &'static str)>,
}

impl RowWrong {
    fn of_flaw(flaw: &Flaw, words: &Words) -> Self {
        let (kind, said) = flaw.what.said();
        let key = format!("tables-wrong-{kind}");
        let what = match said {
            Some(said) => words.with(&key, "said", said),
            None => words.say(&key),
        };
        Self { column: flaw.column, kind, what, rule: None }
    }

    fn of_told(told: &Told, words: &Words) -> Self {
        match told {
            Told::Refused(refusal) => {
                let what = Spoken::refused(words, refusal);
                let rule = Some((refusal.rule.id, refusal.rule.clause));
                Self { column: None, kind: "refused", what, rule }
            }
            Told::Problem(problem) => {
                let field = problem.at.rsplit('/').find(|part| part.parse::<usize>().is_err());
                let field = words.field("", field.unwrap_or_default());
                let what = format!("{field}: {}", Spoken::problem(words, problem));
                Self { column: None, kind: "problem", what, rule: None }
            }
            Told::Barred(what) => Self { column: None, kind: "barred", what: what.clone(), rule: None },
        }
    }

    /// Everything that is wrong with a row.
    pub(crate) fn of_row(tried: &Tried, at: usize, words: &Words) -> Vec<Self> {
        let flaws = tried.read.rows.get(at).map(|row| row.flaws.as_slice()).unwrap_or_default();
        let told = tried.told.get(&at).map(Vec::as_slice).unwrap_or_default();
        let flaws = flaws.iter().map(|flaw| Self::of_flaw(flaw, words));
        flaws.chain(told.iter().map(|told| Self::of_told(told, words))).collect()
    }

    /// What of a row is taken and worth a look.
    pub(crate) fn notes_of(row: &RowPlan, words: &Words) -> Vec<String> {
        row.notes.iter().map(|note| Self::of_flaw(note, words).what).collect()
    }

    /// Everything that is wrong with the whole.
    pub(crate) fn of_whole(tried: &Tried, words: &Words) -> Vec<Self> {
        tried.told_whole.iter().map(|told| Self::of_told(told, words)).collect()
    }

    fn json(&self) -> Value {
        let mut object = Map::new();
        object.insert("kind".to_owned(), json!(self.kind));
        object.insert("column".to_owned(), json!(self.column));
        object.insert("what".to_owned(), json!(self.what));
        object.insert("rule".to_owned(), json!(self.rule.map(|(rule, _)| rule)));
        object.insert("clause".to_owned(), json!(self.rule.map(|(_, clause)| clause)));
        Value::Object(object)
    }
}

/// What was read and what would come of it.
pub(crate) fn shown(tried: &Tried, words: &Words) -> Value {
    let tables = tried.read.tables.iter().map(|came| {
        json!({ "table": came.table, "sheet": came.sheet, "rows": came.rows, "unchanged": came.unchanged,
            "absent": came.absent, "unknown_headings": came.unknown })
    });
    let list = tried.read.list.as_ref().map(|list| {
        let columns = list.columns.columns.iter().map(|(at, word)| ((at + 1).to_string(), json!(word)));
        json!({ "list": list.of.key(), "sheet": list.sheet + 1, "header_row": list.columns.header_row,
            "columns": columns.collect::<Map<_, _>>(), "unchanged": list.unchanged })
    });
    let calendar = tried.read.calendar.as_ref().map(|seen| {
        let unread = seen.unread.iter().map(|(what, about)| json!({ "what": what, "about": about }));
        json!({ "busy": seen.busy, "free": seen.free, "not_understood": unread.collect::<Value>() })
    });
    let unfit = tried.read.unfit.as_ref().map(|reason| match reason {
        Some(reason) => words.with("tables-unfit", "reason", reason.as_str()),
        None => words.say("tables-none"),
    });
    let rows = tried.read.rows.iter().enumerate().map(|(at, row)| row_json(tried, at, row, words));
    let wrong = RowWrong::of_whole(tried, words);
    json!({
        "unfit": unfit,
        "tables": tables.collect::<Value>(),
        "list": list,
        "calendar": calendar,
        "rows": rows.collect::<Value>(),
        "wrong": wrong.iter().map(RowWrong::json).collect::<Value>(),
        "notes": notes_json(&tried.read.sheets.notes),
        "taken": tried.taken,
        "can_be_taken": tried.can_be_taken(),
    })
}

fn row_json(tried: &Tried, at: usize, row: &RowPlan, words: &Words) -> Value {
    let cells = row.cells.iter().map(|cell| {
        json!({ "column": cell.column, "from": cell.from, "to": cell.to, "taken": cell.edit == Edit::Open })
    });
    let stale = row.stale.map(|(seen, present)| json!({ "seen": seen, "present": present }));
    let wrong = RowWrong::of_row(tried, at, words);
    json!({ "sheet": row.sheet, "row": row.row, "id": row.id, "title": row.title, "new": row.is_new, "stale": stale,
        "cells": cells.collect::<Value>(), "commands": tried.commands(at),
        "wrong": wrong.iter().map(RowWrong::json).collect::<Value>(), "notes": RowWrong::notes_of(row, words) })
}
