//! A fault in catalogue data, at its place, with what to do about it.

use std::fmt;

use assize_domain::kernel::said::{Said, say};

use serde::{Serialize, Serializer};

use crate::limits::PROBLEMS_MAX;

/// One fault, where it is and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The name of the file, as it was given; empty where the fault is of the catalogue as a whole.
    pub file: String,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The path to the value, such as `test[3].objective`, or the id it is about.
    pub path: String,
    /// What is wrong.
    #[serde(serialize_with = "in_english")]
    pub what: Said,
    /// What to do.
    #[serde(serialize_with = "in_english")]
    pub hint: Said,
}

fn in_english<S: Serializer>(said: &Said, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(said)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:", self.file)?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.what, self.hint)
    }
}

/// Where something was read, kept so that later checks can point at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
    pub(crate) path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}", self.file),
            None => write!(f, "{}, {}", self.file, self.path),
        }
    }
}

impl Place {
    /// A problem at this place.
    pub(crate) fn problem(&self, what: impl Into<Said>, hint: impl Into<Said>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: self.line,
            path: self.path.clone(),
            what: what.into(),
            hint: hint.into(),
        }
    }
}

/// Problems up to [`PROBLEMS_MAX`], and the count of those beyond.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(crate) fn push(&mut self, problem: Problem) {
        if self.list.len() < PROBLEMS_MAX {
            self.list.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// How many there are, those beyond the bound with them.
    pub(crate) fn count(&self) -> usize {
        self.list.len() + self.more
    }

    /// All problems in the order of file, line and path.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        self.list.sort_by(|one, other| {
            (&one.file, one.line, &one.path).cmp(&(&other.file, other.line, &other.path))
        });
        if self.more > 0 {
            self.list.push(Problem {
                file: String::new(),
                line: None,
                path: String::new(),
                what: say!("{count} more problems are not listed", count = self.more),
                hint: "mend those listed and load again".into(),
            });
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: usize) -> Problem {
        Place { file: "a.toml".into(), line: Some(line), path: "id".into() }.problem("is empty", "give an id")
    }

    #[test]
    fn a_problem_reads_as_one_line() {
        assert_eq!(problem(3).to_string(), "a.toml:3: id: is empty; give an id");
        let whole = Problem { file: String::new(), line: None, path: "4.1".into(), ..problem(1) };
        assert_eq!(whole.to_string(), "4.1: is empty; give an id");
    }

    #[test]
    fn problems_are_sorted_and_those_beyond_the_bound_counted() {
        let mut problems = Problems::default();
        for line in (1..=PROBLEMS_MAX + 2).rev() {
            problems.push(problem(line));
        }
        let list = problems.into_sorted();
        assert_eq!(list.len(), PROBLEMS_MAX + 1);
        assert_eq!(list[0].line, Some(3));
        assert_eq!(list[PROBLEMS_MAX].what, "2 more problems are not listed");
    }
}
