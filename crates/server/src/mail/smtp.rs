//! Sending by SMTP, over TLS: from the first byte (`smtps://`), or by STARTTLS, without which nothing is sent (`smtp://`). A mail server on the same
//! machine needs none.

use std::error::Error as _;
use std::fmt;
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use assize_domain::kernel::entry::hex;
use assize_store::{Letter, TakenLetter};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use super::html;

/// How long a mail server may take for one step.
const STEP_TIME_MAX: Duration = Duration::from_secs(30);
/// How long it may take for a letter: less than the lease of whoever sends it.
const LETTER_TIME_MAX: Duration = Duration::from_secs(120);
/// The longest subject, in characters.
const SUBJECT_CHARS_MAX: usize = 200;
/// The codes by which a mail server says that it does not know who sends: whoever runs it can mend that, and letters wait.
const UNKNOWN_SENDER: [u16; 4] = [530, 534, 535, 538];

/// The address of a mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpUrl {
    /// Whether it speaks TLS from the first byte.
    from_the_first_byte: bool,
    host: String,
    port: u16,
    user: Option<String>,
}

impl SmtpUrl {
    /// Reads `smtps://mail.example.com`, `smtp://user@mail.example.com:587`. Nothing where it is none, or holds a password: that belongs into a
    /// file or the environment.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once("://")?;
        let from_the_first_byte = match scheme {
            "smtps" => true,
            "smtp" => false,
            _ => return None,
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (user, authority) = match rest.rsplit_once('@') {
            Some((user, authority)) => (Some(user), authority),
            None => (None, rest),
        };
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, digits)) if !host.ends_with(':') => (host, digits.parse().ok()?),
            _ => (authority, if from_the_first_byte { 465 } else { 587 }),
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(fits) || user.is_some_and(|user| user.contains([':', '/'])) {
            return None;
        }
        let user = user.filter(|user| !user.is_empty()).map(str::to_owned);
        Some(Self { from_the_first_byte, host: host.to_owned(), port, user })
    }

    /// Whether the mail server is on the same machine.
    fn is_near(&self) -> bool {
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.from_the_first_byte { "smtps" } else { "smtp" };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

/// What is configured of sending.
#[derive(Clone)]
pub struct MailSettings {
    /// The mail server.
    pub url: SmtpUrl,
    /// From whom letters come: `audits@example.com`, or `Our audit practice <audits@example.com>`.
    pub from: String,
    /// The passphrase of the user whom the address of the mail server names.
    pub password: Option<String>,
    /// Certificates in PEM that are trusted beside those of the system. With them TLS is asked of a mail server on the same machine too.
    pub certificates: Option<Vec<u8>>,
}

/// Passwords come into no log.
impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailSettings").field("url", &self.url).finish_non_exhaustive()
    }
}

/// By what mail is sent.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    url: SmtpUrl,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("url", &self.url).finish_non_exhaustive()
    }
}

/// Why a letter was not sent. The words may name an address; they are for who looks after mail, and for no log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// It can be sent later.
    Later {
        /// What a log may say: a code, or a word of the program.
        code: String,
        /// Why.
        why: String,
    },
    /// The mail server will not have it.
    Never {
        /// As above.
        code: String,
        /// Why.
        why: String,
    },
}

impl MailFault {
    /// Why.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Later { why, .. } | Self::Never { why, .. } => why,
        }
    }

    fn never(code: &str, why: impl fmt::Display) -> Self {
        Self::Never { code: code.to_owned(), why: why.to_string() }
    }
}

impl Mailer {
    /// What sends by a mail server.
    ///
    /// # Errors
    /// What of the settings is none, in words.
    pub fn new(settings: MailSettings) -> Result<Self, String> {
        let MailSettings { url, from, password, certificates } = settings;
        let from: Mailbox = from.parse().map_err(|_| {
            "mail_from is no address: give one like `audits@example.com` or `Our practice <audits@example.com>`"
                .to_owned()
        })?;
        let tls = tls(&url, certificates.as_deref())?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&url.host)
            .port(url.port)
            .tls(tls)
            .timeout(Some(STEP_TIME_MAX));
        builder = match (&url.user, password) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user.clone(), password)),
            (None, None) => builder,
            (Some(_), None) => {
                return Err("smtp_url names a user, and there is no passphrase: give smtp_password_file, or ASSIZE_SMTP_PASSWORD".to_owned());
            }
            (None, Some(_)) => {
                return Err("there is a passphrase for the mail server and no user: write it into smtp_url, like `smtps://user@mail.example.com`".to_owned());
            }
        };
        Ok(Self { transport: builder.build(), from, url })
    }

    /// The mail server, without its user.
    #[must_use]
    pub fn server(&self) -> String {
        self.url.to_string()
    }

    /// From whom letters come.
    #[must_use]
    pub fn from(&self) -> String {
        self.from.to_string()
    }

    /// Sends a letter: the mail server has it when this returns.
    ///
    /// # Errors
    /// [`MailFault`].
    pub async fn send(&self, letter: &TakenLetter) -> Result<(), MailFault> {
        self.sent(&Text {
            id: &letter.id,
            address: &letter.address,
            language: &letter.language,
            subject: &letter.subject,
            body: &letter.body,
        })
        .await
    }

    /// Sends a letter that is in no queue.
    ///
    /// # Errors
    /// [`MailFault`].
    pub async fn send_now(&self, letter: &Letter) -> Result<(), MailFault> {
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|error| MailFault::never("random", error))?;
        let id = hex(&id);
        let Letter { address, language, subject, body, .. } = letter;
        self.sent(&Text { id: &id, address, language, subject, body }).await
    }

    async fn sent(&self, text: &Text<'_>) -> Result<(), MailFault> {
        let message = self.message(text)?;
        match tokio::time::timeout(LETTER_TIME_MAX, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(fault(&error)),
            Err(_) => Err(MailFault::Later {
                code: "late".to_owned(),
                why: "the mail server took too long".to_owned(),
            }),
        }
    }

    fn message(&self, text: &Text<'_>) -> Result<Message, MailFault> {
        let to: Address = text
            .address
            .trim()
            .parse()
            .map_err(|error| MailFault::never("address", format!("the address is none: {error}")))?;
        let domain = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(one_line(text.subject))
            .message_id(Some(format!("<{}@{domain}>", text.id)))
            .date(SystemTime::now())
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(
                text.body.to_owned(),
                html::page(text.language, text.subject, text.body),
            ))
            .map_err(|error| MailFault::never("message", error))
    }
}

/// Says that nobody has written it (RFC 3834), so that nobody's absence answers.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A letter's parts, as a message has them.
struct Text<'t> {
    id: &'t str,
    address: &'t str,
    language: &'t str,
    subject: &'t str,
    body: &'t str,
}

/// A text on one line: what ends a header is no part of it.
pub(super) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SUBJECT_CHARS_MAX).collect()
}

fn tls(url: &SmtpUrl, certificates: Option<&[u8]>) -> Result<Tls, String> {
    if url.is_near() && !url.from_the_first_byte && certificates.is_none() {
        return Ok(Tls::None);
    }
    let mut parameters = TlsParameters::builder(url.host.clone());
    for pem in certificates.map(pems).unwrap_or_default() {
        let certificate = Certificate::from_pem(pem.as_bytes())
            .map_err(|error| format!("smtp_ca_file holds a certificate that cannot be read: {error}"))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    let parameters =
        parameters.build().map_err(|error| format!("TLS to the mail server cannot be set up: {error}"))?;
    Ok(if url.from_the_first_byte { Tls::Wrapper(parameters) } else { Tls::Required(parameters) })
}

/// The certificates of a file, each by itself.
fn pems(bytes: &[u8]) -> Vec<String> {
    const END: &str = "-----END CERTIFICATE-----";
    let text = String::from_utf8_lossy(bytes);
    let parts = text.split_inclusive(END).filter(|part| part.contains("-----BEGIN CERTIFICATE-----"));
    parts.map(|part| format!("{part}\n")).collect()
}

fn fault(error: &lettre::transport::smtp::Error) -> MailFault {
    let status = error.status();
    let code = match status {
        Some(code) => code.to_string(),
        None if error.is_timeout() => "timeout".to_owned(),
        None if error.is_tls() => "tls".to_owned(),
        None => "connection".to_owned(),
    };
    let why = error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
    let waits = code.parse::<u16>().is_ok_and(|number| UNKNOWN_SENDER.contains(&number));
    if error.is_permanent() && status.is_some() && !waits {
        MailFault::Never { code, why }
    } else {
        MailFault::Later { code, why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailer() -> Mailer {
        let settings = MailSettings {
            url: SmtpUrl::read("smtp://localhost:2525").unwrap(),
            from: "Our practice <audits@fernhill.example>".to_owned(),
            password: None,
            certificates: None,
        };
        Mailer::new(settings).unwrap()
    }

    #[test]
    fn an_address_of_a_mail_server_is_read() {
        for (text, shown, near) in [
            ("smtps://mail.example.com", "smtps://mail.example.com:465", false),
            ("smtp://me@mail.example.com/", "smtp://mail.example.com:587", false),
            ("smtp://localhost:2525", "smtp://localhost:2525", true),
            ("smtp://[::1]:25", "smtp://[::1]:25", true),
            ("smtp://me@corp.example@mail.example.com:25", "smtp://mail.example.com:25", false),
        ] {
            let read = SmtpUrl::read(text).unwrap();
            assert_eq!((read.to_string().as_str(), read.is_near()), (shown, near), "{text}");
        }
        for none in [
            "mail.example.com",
            "http://mail",
            "smtp://",
            "smtp://me:secret@mail",
            "smtp://a b",
            "smtp://mail:x",
        ] {
            assert_eq!(SmtpUrl::read(none), None, "{none}");
        }
    }

    #[test]
    fn tls_is_left_out_on_the_same_machine_alone() {
        let of = |text: &str| format!("{:?}", tls(&SmtpUrl::read(text).unwrap(), None).unwrap());
        assert_eq!(of("smtp://127.0.0.1"), "None");
        assert_eq!(of("smtp://mail.example.com"), "Required");
        assert_eq!(of("smtps://mail.example.com"), "Wrapper");
        assert_eq!(of("smtps://localhost"), "Wrapper");
    }

    #[test]
    fn a_line_break_makes_no_header() {
        let text = Text {
            id: "7",
            address: "ann@fernhill.example",
            language: "en",
            subject: "Finding 1\r\nBcc: eve@evil.example\r\n\r\nand more",
            body: "A\nB",
        };
        let message = String::from_utf8(mailer().message(&text).unwrap().formatted()).unwrap();
        let head = message.split("\r\n\r\n").next().unwrap();
        assert!(!head.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{head}");
        assert!(head.contains("Subject: Finding 1 Bcc: eve@evil.example and more"), "{head}");
        assert!(head.contains("Message-ID: <7@fernhill.example>"), "{head}");
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
        for address in ["ann@fernhill.example\r\nBcc: eve@evil.example", "ann", "a@b, c@d", ""] {
            let fault = mailer().message(&Text { address, ..text }).unwrap_err();
            assert!(matches!(fault, MailFault::Never { .. }), "{address}");
        }
    }

    #[test]
    fn a_user_and_a_passphrase_belong_together() {
        for (url, password) in
            [("smtps://me@mail.example.com", None), ("smtps://mail.example.com", Some("x"))]
        {
            let settings = MailSettings {
                url: SmtpUrl::read(url).unwrap(),
                from: "a@b.example".to_owned(),
                password: password.map(str::to_owned),
                certificates: None,
            };
            assert!(!format!("{settings:?}").contains("password"));
            assert!(Mailer::new(settings).is_err(), "{url}");
        }
    }
}
