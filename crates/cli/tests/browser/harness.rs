//! The means are tried on pages that are made for it: what is wrong is found, and what is right passes.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};

use crate::browser::{Browser, NARROW};

/// A page that has nothing wrong, with a place for what is tried.
fn page(body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>A page</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n<link rel=\"icon\" href=\"data:,\"></head>\n<body><main><h1>A page</h1>\n{body}\n</main></body></html>\n"
    )
}

/// A browser that has opened a page; its server ends with the test's process.
fn opened(body: &str) -> Option<Browser> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let html = page(body).replace("OTHER", &base.replace("127.0.0.1", "localhost"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let html = html.clone();
            std::thread::spawn(move || answer(stream.unwrap(), &html));
        }
    });
    let browser = Browser::start(&base)?;
    browser.open("/");
    Some(browser)
}

fn answer(mut stream: TcpStream, html: &str) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let asked = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let (kind, body) = match asked.contains("/wrong.js") {
        true => ("text/javascript", "console.error('it went wrong')"),
        false => ("text/html; charset=utf-8", html),
    };
    let length = body.len();
    let _ = write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
}

/// The problems of a page, which are to be one kind.
fn check(name: &str, body: &str, said: &str) {
    let Some(browser) = opened(body) else { return };
    let found = browser.problems(name);
    assert!(!found.is_empty() && found.iter().all(|problem| problem.contains(said)), "{found:#?}");
}

#[test]
fn a_clean_page_is_clean_and_has_its_pictures() {
    let Some(browser) = opened("<p>Well.</p>") else { return };
    browser.expect_clean("harness-clean");
    for window in ["1440-light", "1440-dark", "390-light", "390-dark"] {
        assert!(crate::clean::shots().join(format!("harness-clean-{window}.png")).exists());
    }
}

#[test]
fn what_is_wrong_with_a_page_is_found() {
    check("harness-axe", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", "image-alt");
    check("harness-id", "<p id=\"a\">A</p><p id=\"a\">B</p>", "the id `a`");
    check("harness-console", "<script src=\"/wrong.js\"></script>", "it went wrong");
    check("harness-host", "<img alt=\"\" src=\"OTHER/picture\">", "a request to another host");
    check("harness-wide", "<svg width=\"2000\" height=\"9\" aria-hidden=\"true\"></svg>", "sideways");
}

#[test]
fn a_person_reads_follows_types_and_chooses() {
    let Some(browser) = opened(
        "<a href=\"#there\">Go <b>there</b></a><form><label>Name <input name=\"name\"></label><label for=\"g\">Grade</label><select id=\"g\" name=\"grade\"><option>Minor</option><option>Major</option></select><label><input type=\"checkbox\" name=\"closed\">Closed</label><button>Save</button></form>",
    ) else {
        return;
    };
    assert_eq!(browser.heading(), "A page");
    browser.follow("Go there");
    browser.fill("Name", "Anna");
    browser.choose("Grade", "Major");
    browser.tick("Closed");
    browser.press("Save");
    let sent = |address: &String| address.ends_with("?name=Anna&grade=Major&closed=on");
    browser.until("the form's request", || browser.requests().into_iter().find(sent));
}

#[test]
fn scripts_and_the_network_go_off_and_on() {
    let Some(browser) = opened("<noscript>No scripts here</noscript>") else { return };
    assert!(!browser.text().contains("No scripts"));
    browser.scripts_off();
    browser.set_size(NARROW);
    browser.open("/");
    browser.expect_text("No scripts here");
    browser.scripts_on();
    browser.open("/");
    let fetched = "fetch('/').then(() => 'came', () => 'did not come')";
    browser.network_off();
    assert_eq!(browser.session.evaluate(fetched), "did not come");
    browser.network_on();
    assert_eq!(browser.session.evaluate(fetched), "came");
}

#[test]
fn a_browser_ends_with_a_test_that_fails() {
    let Some(browser) = opened("") else { return };
    let profile = browser.session.profile();
    assert!(running(&profile));
    let failed = std::thread::spawn(move || {
        let _browser = browser;
        panic!("as a story does that fails");
    });
    assert!(failed.join().is_err());
    assert!(!running(&profile));
}

/// Whether a process was started with a word in its command line.
fn running(word: &str) -> bool {
    std::fs::read_dir("/proc").unwrap().flatten().any(|process| {
        std::fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| String::from_utf8_lossy(&line).contains(word))
    })
}
