//! A provider of identities of the organization's own (OpenID Connect): found by its own description, asked for a code, the code redeemed for a token.

mod token;

use std::sync::Arc;
use std::time::{Duration, Instant};

use assize_domain::access::GrantedRole;
use assize_store::{Identity, ProviderAsked};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;

/// How long a provider may take to answer.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(10);
/// The longest answer of a provider, in bytes.
const ANSWER_BYTES_MAX: usize = 256 * 1024;
/// For how long its description and keys are kept.
const KEPT: Duration = Duration::from_secs(10 * 60);
/// The most groups of a person that are looked at.
const GROUPS_MAX: usize = 1_000;

/// A provider, as it is configured.
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// Its issuer: the address that its description is found under.
    pub issuer: String,
    /// What it calls us.
    pub client: String,
    /// What we show it, where it asks for that.
    pub secret: Option<String>,
    /// What people call it.
    pub name: String,
    /// Whether whoever is in the register gets an account when they come.
    pub just_in_time: bool,
    /// The claim with somebody's groups.
    pub groups: String,
    /// Groups, and the right that each stands for.
    pub roles: Vec<(String, GrantedRole)>,
}

/// Whether somebody is to show anew there who they are, though the provider may know it still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anew {
    /// They are.
    Yes,
    /// What the provider knows is enough.
    No,
}

/// A provider.
#[derive(Debug)]
pub struct Provider {
    pub(crate) settings: ProviderSettings,
    client: reqwest::Client,
    found: Mutex<Option<(Instant, Arc<Found>)>>,
}

/// What a provider says of itself.
#[derive(Debug)]
struct Found {
    authorization: String,
    token: String,
    end_session: Option<String>,
    keys: Value,
}

impl Provider {
    /// A provider; it is asked for its description when somebody first comes.
    ///
    /// # Errors
    /// Why there is no client of HTTP.
    pub fn new(settings: ProviderSettings) -> Result<Self, String> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(ANSWER_TIME_MAX)
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { settings, client, found: Mutex::new(None) })
    }

    /// Where somebody is sent to sign in there.
    pub(crate) async fn address(
        &self,
        asked: &ProviderAsked,
        back: &str,
        anew: Anew,
    ) -> Result<String, String> {
        let found = self.found().await?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(asked.verifier.as_bytes()));
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs([
            ("response_type", "code"),
            ("client_id", &self.settings.client),
            ("redirect_uri", back),
            ("scope", "openid profile email"),
            ("state", &asked.state),
            ("nonce", &asked.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ]);
        if anew == Anew::Yes {
            query.extend_pairs([("prompt", "login"), ("max_age", "0")]);
        }
        let query = query.finish();
        let more = if found.authorization.contains('?') { '&' } else { '?' };
        Ok(format!("{}{more}{query}", found.authorization))
    }

    /// Where somebody is sent to sign out there too, and back.
    pub(crate) async fn end_address(&self, back: &str) -> Option<String> {
        let found = self.found().await.ok()?;
        let end = found.end_session.as_ref()?;
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("client_id", self.settings.client.as_str()), ("post_logout_redirect_uri", back)])
            .finish();
        let more = if end.contains('?') { '&' } else { '?' };
        Some(format!("{end}{more}{query}"))
    }

    /// Redeems a code: who it is. The token must hold at `now_seconds`, after 1970.
    pub(crate) async fn identity(
        &self,
        code: &str,
        asked: &ProviderAsked,
        back: &str,
        now_seconds: i64,
    ) -> Result<Identity, String> {
        let found = self.found().await?;
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", back),
            ("client_id", &self.settings.client),
            ("code_verifier", &asked.verifier),
        ];
        if let Some(secret) = &self.settings.secret {
            fields.push(("client_secret", secret));
        }
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self
            .client
            .post(&found.token)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .body(body);
        let answer = json(request).await?;
        let token =
            answer.get("id_token").and_then(Value::as_str).ok_or("the provider gave no token of identity")?;
        let expected = token::Expected {
            issuer: &self.settings.issuer,
            client: &self.settings.client,
            nonce: &asked.nonce,
            now_seconds,
        };
        let claims = match token::claims(token, &found.keys, expected) {
            Ok(claims) => claims,
            Err(why) => {
                // Keys change: they are asked for again, once.
                *self.found.lock().await = None;
                let found = self.found().await?;
                token::claims(token, &found.keys, expected).map_err(|_| why)?
            }
        };
        Ok(self.named(&claims))
    }

    fn named(&self, claims: &Value) -> Identity {
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        let verified = claims.get("email_verified").and_then(Value::as_bool) == Some(true);
        let methods = claims.get("amr").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let groups: Vec<&str> = match claims.get(&self.settings.groups) {
            Some(Value::Array(groups)) => groups.iter().filter_map(Value::as_str).take(GROUPS_MAX).collect(),
            Some(Value::String(one)) => vec![one],
            _ => Vec::new(),
        };
        let mut roles: Vec<GrantedRole> = self
            .settings
            .roles
            .iter()
            .filter(|(group, _)| groups.contains(&group.as_str()))
            .map(|(_, role)| *role)
            .collect();
        roles.sort();
        roles.dedup();
        Identity {
            issuer: self.settings.issuer.clone(),
            subject: text("sub").unwrap_or_default(),
            email: text("email").filter(|_| verified),
            roles,
            shown_at: claims
                .get("auth_time")
                .and_then(Value::as_i64)
                .and_then(|seconds| seconds.checked_mul(1_000)),
            // RFC 8176.
            two_factors: methods.iter().any(|method| method.as_str() == Some("mfa")),
        }
    }

    /// The provider's description and keys.
    async fn found(&self) -> Result<Arc<Found>, String> {
        let mut kept = self.found.lock().await;
        if let Some((since, found)) = kept.as_ref()
            && since.elapsed() < KEPT
        {
            return Ok(Arc::clone(found));
        }
        let address =
            format!("{}/.well-known/openid-configuration", self.settings.issuer.trim_end_matches('/'));
        let said = json(self.client.get(address)).await?;
        let text = |name: &str| said.get(name).and_then(Value::as_str).map(str::to_owned);
        if text("issuer").as_deref() != Some(&self.settings.issuer) {
            return Err("the provider calls itself otherwise than it is configured".to_owned());
        }
        let needed =
            |name: &str| text(name).ok_or_else(|| format!("the provider's description has no `{name}`"));
        let keys = json(self.client.get(needed("jwks_uri")?)).await?;
        let found = Arc::new(Found {
            authorization: needed("authorization_endpoint")?,
            token: needed("token_endpoint")?,
            end_session: text("end_session_endpoint"),
            keys,
        });
        *kept = Some((Instant::now(), Arc::clone(&found)));
        Ok(found)
    }
}

/// The answer to a request, which is to be JSON.
async fn json(request: reqwest::RequestBuilder) -> Result<Value, String> {
    let mut answer = request.send().await.map_err(|error| error.without_url().to_string())?;
    let status = answer.status();
    if !status.is_success() {
        return Err(format!("the provider answered with the status {}", status.as_u16()));
    }
    let mut all = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| error.without_url().to_string())? {
        all.extend_from_slice(&chunk);
        if all.len() > ANSWER_BYTES_MAX {
            return Err("the provider's answer is too long".to_owned());
        }
    }
    serde_json::from_slice(&all).map_err(|_| "the provider's answer is not JSON".to_owned())
}
