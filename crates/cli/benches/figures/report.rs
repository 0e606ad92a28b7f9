//! A report of sixty pages, as PDF and as a Word file, from the start of the process that makes it to its last byte.

use std::time::Instant;

use assize_cli::work::Processes;
use assize_domain::kernel::time::Timestamp;
use assize_server::{Marking, Workers as _};
use serde_json::Value;

use crate::measure::{Aim, Broken, figure};
use crate::process::BINARY;

/// The report of a surveillance audit, of some thirty pages, whose tests are repeated until it has enough.
const CONTENT: &str = include_str!("../../../report/tests/fixtures/surveillance.json");
/// Pages that the report has at the least.
const PAGES_MIN: usize = 60;
/// How many tests are added at a time.
const TESTS: usize = 16;
/// How often it is rendered.
const TIMES: usize = 7;

pub(crate) async fn run() -> Result<(), Broken> {
    let workers = Processes::of(BINARY.into());
    let at: Timestamp = "2026-10-02T14:30:00Z".parse()?;
    let mut content: Value = serde_json::from_str(CONTENT)?;
    let render = |content: Value| workers.render_report(content.into(), Marking::Final, at);
    let mut pages = pages(&render(content.clone()).await.map_err(|error| format!("{error:?}"))?);
    while pages < PAGES_MIN {
        if pages == 0 {
            return Err("the pages cannot be counted".into());
        }
        lengthen(&mut content)?;
        pages = self::pages(&render(content.clone()).await.map_err(|error| format!("{error:?}"))?);
    }
    let mut seconds = Vec::new();
    for _time in 0..TIMES {
        let begun = Instant::now();
        render(content.clone()).await.map_err(|error| format!("{error:?}"))?;
        seconds.push(begun.elapsed().as_secs_f64());
    }
    figure(&format!("a report of {pages} pages, with its process"), "s", &seconds, Aim::Under(0.8));
    let mut seconds = Vec::new();
    for _time in 0..TIMES {
        let begun = Instant::now();
        let file = workers.write_report(content.clone().into(), Marking::Final, at).await;
        file.map_err(|error| format!("{error:?}"))?;
        seconds.push(begun.elapsed().as_secs_f64());
    }
    // One thread makes it, so that its processor time is no more than this.
    figure("the same report as a Word file, with its process", "s", &seconds, Aim::Under(0.2));
    Ok(())
}

fn lengthen(content: &mut Value) -> Result<(), Broken> {
    let tests = content.get_mut("tests").and_then(Value::as_array_mut).ok_or("it has no tests")?;
    let more: Vec<Value> = tests.iter().take(TESTS).cloned().collect();
    for (n, mut test) in more.into_iter().enumerate() {
        let id =
            format!("{}-{}", test.get("id").and_then(Value::as_str).unwrap_or_default(), tests.len() + n);
        test.as_object_mut().ok_or("a test is no object")?.insert("id".to_owned(), id.into());
        tests.push(test);
    }
    Ok(())
}

/// The pages of a PDF, whose objects are written in plain.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type/Page";
    let spaced = b"/Type /Page";
    let count = |mark: &[u8]| {
        pdf.windows(mark.len() + 1)
            .filter(|window| window.starts_with(mark) && window.last() != Some(&b's'))
            .count()
    };
    count(mark) + count(spaced)
}
