//! Somebody with a browser: what they ask for, what they send, and the pages they get.

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use tower::ServiceExt as _;

use super::Served;

/// No page is longer, in bytes.
const PAGE_BYTES_MAX: usize = 100_000;

/// A page as a browser gets it.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where one is sent.
    #[track_caller]
    pub(crate) fn to(&self) -> &str {
        assert_eq!(self.status, 303, "{}", self.text);
        self.header("location")
    }

    /// Whether these stand in the page, as it is written.
    #[track_caller]
    pub(crate) fn says(&self, texts: &[&str]) {
        for text in texts {
            assert!(self.text.contains(text), "no `{text}` in {}", self.text);
        }
    }

    /// Whether the page is there, and these stand in it.
    #[track_caller]
    pub(crate) fn expect(&self, texts: &[&str]) {
        assert_eq!(self.status, 200, "{}", self.text);
        self.says(texts);
    }

    /// The value of the hidden control of a name.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> String {
        let control = format!("name=\"{name}\" value=\"");
        let from = self.text.find(&control).unwrap_or_else(|| panic!("no {name} in {}", self.text));
        unescaped(self.text[from + control.len()..].split('"').next().unwrap())
    }

    /// The hidden controls of the form that is sent to an address.
    pub(crate) fn controls(&self, action: &str) -> Vec<(String, String)> {
        let form =
            self.text.split("<form").find(|form| form.contains(&format!("action=\"{action}\""))).unwrap();
        let form = form.split("</form>").next().unwrap();
        let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
        let attribute = |text: &str| text.split('"').next().unwrap().to_owned();
        let control = |input: &str| {
            let value = input.split_once("value=\"").unwrap().1;
            (unescaped(&attribute(input)), unescaped(&attribute(value)))
        };
        inputs.map(control).collect()
    }
}

/// A text as it is read where it stands in a page.
pub(crate) fn unescaped(text: &str) -> String {
    [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escape, plain)| text.replace(escape, plain))
}

/// Somebody with a browser: the cookie of their session.
pub(crate) struct Visitor<'s> {
    pub(crate) served: &'s Served,
    pub(crate) cookie: String,
}

impl<'s> Visitor<'s> {
    /// Signs in by a link; `person` is an id, and nobody's is the operator's.
    pub(crate) async fn enter(served: &'s Served, person: Option<&str>) -> Self {
        let link = served.store.make_link(person.map(|person| person.parse().unwrap())).await.unwrap();
        let mut visitor = Self { served, cookie: String::new() };
        let page = visitor.post(&format!("/sign-in/{link}"), &[("next", "/records")]).await;
        assert_eq!(page.to(), "/records");
        let set = page.header("set-cookie");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
        visitor.cookie = set.split(';').next().unwrap().to_owned();
        visitor
    }

    pub(crate) async fn operator(served: &'s Served) -> Self {
        Self::enter(served, None).await
    }

    /// Sends a request with these headers beside the cookie.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Page {
        let mut request = Request::builder().method(method).uri(path).header("cookie", &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.served.router().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap().to_vec();
        Page { status, headers, text: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    pub(crate) async fn get(&self, path: &str) -> Page {
        let page = self.send("GET", path, &[], "").await;
        if page.header("content-type").starts_with("text/html") {
            assert!(page.text.len() < PAGE_BYTES_MAX, "{path} has {} bytes", page.text.len());
            // A message that is not there is written so.
            let missing = ["[people", "[auditee", "[search", "[finding", "[draw", "[staffing", "[policy"];
            assert!(
                !missing.iter().any(|key| page.text.contains(key)),
                "{path} lacks a message: {}",
                page.text
            );
        }
        page
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        self.send("POST", path, &headers, body).await
    }

    /// Sends a form with a file, as a browser does; a file without a name is none.
    pub(crate) async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", WITH_FILE)];
        self.send("POST", path, &headers, form_with(fields, file)).await
    }
}

/// The type of a form with a file.
pub(crate) const WITH_FILE: &str = "multipart/form-data; boundary=X";

/// A form with a file, as a browser writes it.
pub(crate) fn form_with(fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes(),
        );
    }
    let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
    body.extend_from_slice(format!("--X\r\n{head}\r\nContent-Type: text/csv\r\n\r\n").as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--X--\r\n");
    body
}
