//! Whatever JSON a command or an entry is, it is read, or refused with every problem at its place.

use assize_domain::kernel::entry::Entry;
use assize_domain::{Command, Event};
use serde_json::Value;

/// A command: its name on the first line, its body after it.
pub(crate) fn command(data: &[u8]) {
    let Some((name, body)) = named(data) else { return };
    match Command::read(name, &body) {
        None => assert!(Command::schema(name).is_none(), "{name} has a schema and is not read"),
        Some(Err(problems)) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(
                    !problem.what.to_string().is_empty() && !problem.hint.to_string().is_empty(),
                    "{name}: {problem:?}"
                );
            }
        }
        Some(Ok(command)) => {
            let json = command.to_json();
            let again = Command::read(name, &json).and_then(Result::ok).expect("what was written is read");
            assert_eq!(again.to_json(), json);
        }
    }
}

/// The payload of an entry by its kind on the first line, and the fields of one.
pub(crate) fn entry(data: &[u8]) {
    let Some((kind, body)) = named(data) else { return };
    let _ = Event::read(kind, 1, &body);
    if let Ok(fields) = Entry::fields_from_json(body) {
        assert!(
            fields.windows(2).all(|pair| pair[0].name < pair[1].name),
            "fields stand in the order of their names"
        );
    }
}

fn named(data: &[u8]) -> Option<(&str, Value)> {
    let end = data.iter().position(|byte| *byte == b'\n')?;
    let name = std::str::from_utf8(data.get(..end)?).ok()?;
    Some((name, serde_json::from_slice(data.get(end + 1..)?).ok()?))
}
