//! The S3 server of the tests: a bucket for each, looked at and changed behind the store's back.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use assize_store::Bucket;
use futures::TryStreamExt as _;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{ObjectStore as _, ObjectStoreExt as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::common::Base;

/// The bucket that the project's test command makes.
const BUCKET: &str = "assize-test";

/// The server.
pub(crate) struct Server {
    endpoint: String,
    objects: AmazonS3,
}

/// The server that `ASSIZE_TEST_S3` names.
pub(crate) fn on_server() -> Option<Server> {
    let Ok(endpoint) = std::env::var("ASSIZE_TEST_S3") else {
        eprintln!("ASSIZE_TEST_S3 is not set: not tried on S3");
        return None;
    };
    let objects = AmazonS3Builder::new()
        .with_bucket_name(BUCKET)
        .with_endpoint(&endpoint)
        .with_allow_http(true)
        .with_access_key_id("test")
        .with_secret_access_key("test")
        .build()
        .unwrap();
    Some(Server { endpoint, objects })
}

/// Places of evidence and of a log that nobody else has.
pub(crate) fn places(name: &str) -> (String, String) {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).unwrap();
    let prefix = format!("s3://{BUCKET}/{name}-{:016x}", u64::from_be_bytes(bytes));
    (format!("{prefix}/evidence"), format!("{prefix}/log"))
}

/// A place for a store on SQLite with its evidence and its log in a bucket.
pub(crate) async fn in_bucket() -> Option<(Base, Server)> {
    let server = on_server()?;
    let base = server.base(&server.endpoint).await;
    Some((base, server))
}

impl Server {
    /// A place whose bucket is reached by an endpoint.
    pub(crate) async fn base(&self, endpoint: &str) -> Base {
        let mut base = Base::sqlite();
        (base.addresses.evidence, base.addresses.log) = places("store");
        base.addresses.bucket = Bucket {
            endpoint: Some(endpoint.to_owned()),
            region: Some("us-east-1".to_owned()),
            access_key_id: Some("test".to_owned()),
            secret_access_key: Some("test".to_owned()),
        };
        base
    }

    /// The keys of the objects below a place.
    pub(crate) async fn keys(&self, place: &str) -> Vec<String> {
        let prefix = Path::from(place.strip_prefix(&format!("s3://{BUCKET}/")).unwrap());
        let objects: Vec<_> = self.objects.list(Some(&prefix)).try_collect().await.unwrap();
        let mut keys: Vec<String> = objects.into_iter().map(|object| object.location.to_string()).collect();
        keys.sort();
        keys
    }

    pub(crate) async fn get(&self, key: &str) -> Vec<u8> {
        self.objects.get(&Path::from(key)).await.unwrap().bytes().await.unwrap().to_vec()
    }

    pub(crate) async fn put(&self, key: &str, bytes: Vec<u8>) {
        self.objects.put(&Path::from(key), bytes.into()).await.unwrap();
    }

    pub(crate) async fn delete(&self, key: &str) {
        self.objects.delete(&Path::from(key)).await.unwrap();
    }

    /// How many uploads in parts were begun and neither ended nor given up.
    pub(crate) async fn uploads_open(&self) -> usize {
        let address = self.endpoint.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).await.unwrap();
        let ask = format!(
            "GET /{BUCKET}?uploads HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n"
        );
        stream.write_all(ask.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.contains("ListMultipartUploadsResult"), "{answer}");
        answer.matches("<UploadId>").count()
    }
}

/// A wall before the server that refuses requests by 503, as S3 does to who asks too often, and lets the others through.
pub(crate) struct Wall {
    address: String,
    to_refuse: Arc<AtomicUsize>,
    refused: Arc<AtomicUsize>,
}

impl Wall {
    pub(crate) async fn before(server: &Server) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (to_refuse, refused) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let wall = Self { address, to_refuse: Arc::clone(&to_refuse), refused: Arc::clone(&refused) };
        let behind = server.endpoint.strip_prefix("http://").unwrap().to_owned();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(one(client, behind.clone(), Arc::clone(&to_refuse), Arc::clone(&refused)));
            }
        });
        wall
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Refuses the next requests.
    pub(crate) fn refuse(&self, requests: usize) {
        self.to_refuse.store(requests, Ordering::SeqCst);
    }

    pub(crate) fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }
}

/// One request and its answer: each connection serves one, so that each can be refused.
async fn one(mut client: TcpStream, behind: String, to_refuse: Arc<AtomicUsize>, refused: Arc<AtomicUsize>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = client.read_u8().await else { return };
        head.push(byte);
    }
    let less = |left: usize| left.checked_sub(1);
    if to_refuse.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok() {
        refused.fetch_add(1, Ordering::SeqCst);
        let answer = "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        let _ = client.write_all(answer.as_bytes()).await;
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), client.read_to_end(&mut head)).await;
        return;
    }
    let end = head.len() - 2;
    head.splice(end..end, *b"Connection: close\r\n");
    let Ok(mut server) = TcpStream::connect(behind).await else { return };
    if server.write_all(&head).await.is_ok() {
        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
    }
}
