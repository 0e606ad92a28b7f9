//! What every page must be: accessible, valid, quiet, by itself, and no wider than its window.

use std::path::PathBuf;

use base64::Engine as _;
use serde_json::{Value, json};

use crate::browser::{Browser, NARROW, WIDE};
use crate::html;

/// The success criteria of WCAG 2.2, levels A and AA. The size of targets is a rule that axe has off by default.
const AXE_RUN: &str = r#"axe.run(document, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    rules: { "target-size": { enabled: true } },
}).then(found => found.violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id} at ${node.target.join(" ")}: ${rule.help}`)))"#;

impl Browser {
    /// Looks at the page wide and narrow, light and dark, takes its pictures as `NAME-{1440,390}-{light,dark}.png`, and
    /// fails with all that is wrong: accessibility, HTML, console, requests to other hosts, sideways scrolling.
    pub fn expect_clean(&self, name: &str) {
        let problems = self.problems(name);
        assert!(problems.is_empty(), "`{name}` is not clean:\n  {}", problems.join("\n  "));
    }

    /// What is wrong with the page, as `expect_clean` says it.
    pub fn problems(&self, name: &str) -> Vec<String> {
        let mut problems = html::problems(&self.served_html());
        let (size, scripts) = (self.size(), self.scripts.get());
        // A promise is not kept where scripts are off; the page's own scripts do not run before it is opened again.
        self.set_scripts(true);
        for scheme in ["light", "dark"] {
            self.set_colours(scheme);
            for window in [WIDE, NARROW] {
                self.set_size(window);
                let place = format!("{}-{scheme}", window.0);
                problems.extend(self.axe_violations().into_iter().map(|found| format!("{place}: {found}")));
                if self.session.evaluate("document.documentElement.scrollWidth > innerWidth") == json!(true) {
                    problems.push(format!("{place}: the page scrolls sideways"));
                }
                self.screenshot(&format!("{name}-{place}"));
            }
        }
        self.set_colours("light");
        self.set_size(size);
        self.set_scripts(scripts);
        // That a form was refused, that somebody is to sign in first, or that a link is over is an answer; the browser says it of itself.
        let refused = |said: &String| {
            ["422", "401", "410"]
                .iter()
                .any(|status| said.contains(&format!("the server responded with a status of {status}")))
        };
        problems.extend(self.console_errors().into_iter().filter(|said| !refused(said)));
        let own = format!("{}/", self.base);
        problems.extend(
            self.requests()
                .into_iter()
                .filter(|address| address.contains("://") && !address.starts_with(&own))
                // What a browser shows a PDF with is its own.
                .filter(|address| {
                    !["chrome://", "chrome-extension://", "data:"].iter().any(|own| address.starts_with(own))
                })
                .map(|address| format!("a request to another host: {address}")),
        );
        problems
    }

    /// The document as the server has sent it; where the browser has not kept that, as after a form, as it was read.
    pub fn served_html(&self) -> String {
        let tree = self.session.devtools("Page.getResourceTree", json!({}));
        let frame = &tree["frameTree"]["frame"];
        let asked = json!({ "cmd": "Page.getResourceContent", "params": { "frameId": frame["id"], "url": frame["url"] } });
        match self.session.try_post("/goog/cdp/execute", &asked) {
            Ok(kept) => kept["content"].as_str().unwrap().to_owned(),
            Err(_) => {
                let read = self.session.evaluate("document.documentElement.outerHTML");
                format!("<!DOCTYPE html>\n{}", read.as_str().unwrap())
            }
        }
    }

    /// What axe-core finds against the page as it is seen now.
    fn axe_violations(&self) -> Vec<String> {
        let axe = std::env::var("ASSIZE_TEST_AXE").expect("ASSIZE_TEST_AXE names axe.min.js");
        self.session.evaluate(&format!("{};0", std::fs::read_to_string(axe).unwrap()));
        serde_json::from_value(self.session.evaluate(AXE_RUN)).unwrap()
    }

    /// Errors in the console and reports of the content security policy since the last look.
    pub fn console_errors(&self) -> Vec<String> {
        self.log("browser")
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security")
            .map(|entry| format!("console: {}", entry["message"].as_str().unwrap()))
            .collect()
    }

    /// The addresses that were asked for since the last look.
    pub fn requests(&self) -> Vec<String> {
        self.log("performance")
            .iter()
            .filter_map(|entry| {
                let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
                let message = &message["message"];
                (message["method"] == "Network.requestWillBeSent")
                    .then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
            })
            .collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        self.session.post("/se/log", &json!({ "type": kind })).as_array().unwrap().clone()
    }

    /// Takes a picture of the whole page into the folder of `ASSIZE_TEST_SHOTS`, or `target/screenshots`.
    pub fn screenshot(&self, name: &str) {
        let metrics = self.session.devtools("Page.getLayoutMetrics", json!({}));
        let content = &metrics["cssContentSize"];
        let taken = self.session.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true, "clip": { "x": 0, "y": 0,
                "width": content["width"], "height": content["height"], "scale": 1 } }),
        );
        let png = base64::engine::general_purpose::STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
        std::fs::create_dir_all(shots()).unwrap();
        std::fs::write(shots().join(format!("{name}.png")), png).unwrap();
    }
}

/// The folder of the pictures.
pub fn shots() -> PathBuf {
    match std::env::var_os("ASSIZE_TEST_SHOTS") {
        Some(folder) => folder.into(),
        None => PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots"),
    }
}
