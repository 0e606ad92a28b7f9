//! The nonconformities that an audit test typically finds, read out of the one text that says how it is carried out.

/// A nonconformity to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typical {
    /// Its statement, with gaps for what is particular.
    pub(crate) statement: String,
    /// What it breaches.
    pub(crate) breaches: Vec<String>,
    /// What would make it major.
    pub(crate) major: Option<String>,
}

/// The heading under which they stand in the guidance of a test.
const HEADING: &str = "Typical nonconformities";

/// Those of a test's guidance, in its order.
pub(crate) fn typical(guidance: &str) -> Vec<Typical> {
    let lines = guidance.lines().skip_while(|line| line.trim_end() != HEADING).skip(1);
    lines.map_while(|line| line.strip_prefix("- ")).map(read).collect()
}

/// `statement (breaches 6.1.2 a), 8.2; major if nobody knows)`.
fn read(item: &str) -> Typical {
    let Some((statement, rest)) = item.rsplit_once(" (breaches ") else {
        return Typical { statement: item.to_owned(), breaches: Vec::new(), major: None };
    };
    let (breaches, major) = match rest.split_once("; major if ") {
        Some((breaches, major)) => (breaches, Some(major)),
        None => (rest, None),
    };
    let inside = |text: &str| text.trim_end().strip_suffix(')').unwrap_or(text).to_owned();
    // Without a second part it is the first that the bracket closes.
    let breaches = if major.is_none() { inside(breaches) } else { breaches.to_owned() };
    Typical {
        statement: statement.to_owned(),
        breaches: breaches.split(", ").map(str::to_owned).collect(),
        major: major.map(inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typical_nonconformities_are_read_out_of_the_guidance() {
        let guidance = "Ask\n- Head: why?\nTypical nonconformities\n- Of ... accounts ... were open (3 of 12). (breaches 6.1.2 a), 8.1; major if it is the rule (not the exception))\n- Nothing.\nRelated standards\n- ISO/IEC 27002:2022 5.18\n";
        let found = typical(guidance);
        let [first, second] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(first.statement, "Of ... accounts ... were open (3 of 12).");
        assert_eq!(first.breaches, ["6.1.2 a)", "8.1"]);
        assert_eq!(first.major.as_deref(), Some("it is the rule (not the exception)"));
        assert_eq!((second.statement.as_str(), second.breaches.len()), ("Nothing.", 0));
        assert!(typical("Ask\n- why").is_empty());
    }
}
