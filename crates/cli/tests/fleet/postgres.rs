//! A PostgreSQL of a test's own, which can be ended in mid-load and started again.

use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::world::{free_port, until};

/// The server, in a folder of its own.
pub struct Postgres {
    bin: PathBuf,
    folder: tempfile::TempDir,
    port: u16,
    hosts: String,
    process: Option<Child>,
}

/// The folder of PostgreSQL's programs.
fn bin() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort();
    let on_path = std::env::var_os("PATH")
        .and_then(|path| std::env::split_paths(&path).find(|folder| folder.join("initdb").exists()));
    found.pop().or(on_path)
}

/// A command that ends with the thread that starts it, and where that is root's, as PostgreSQL's own user: it does not run as root.
fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.args(["--pdeathsig=KILL", "--"]).arg(program).current_dir("/").env_remove("PGPORT");
    command
}

/// Whether the tests run as root.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}

impl Postgres {
    /// Starts one on a loopback address, and on `hosts` besides, each of which may be spoken to from its network. None, and said, where its programs
    /// are not on this machine.
    pub fn start(hosts: &[&str]) -> Option<Self> {
        let Some(bin) = bin() else {
            eprintln!("PostgreSQL's programs are not on this machine: not tried");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
        let data = folder.path().join("pg");
        std::fs::create_dir(&data).unwrap();
        if is_root() {
            let owned = Command::new("chown").arg("postgres").arg(&data).status().unwrap();
            assert!(owned.success());
        }
        let made = as_postgres(&bin.join("initdb"))
            .args(["-U", "assize", "-A", "trust", "-E", "UTF8", "--locale=C", "-D"])
            .arg(&data)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        for host in hosts {
            use std::io::Write as _;
            let rules = std::fs::OpenOptions::new().append(true).open(data.join("pg_hba.conf"));
            let network = host.rsplit_once('.').unwrap().0;
            writeln!(rules.unwrap(), "host all all {network}.0/24 trust").unwrap();
        }
        let all: Vec<&str> = std::iter::once("127.0.0.1").chain(hosts.iter().copied()).collect();
        let mut server = Self { bin, folder, port: free_port(), hosts: all.join(","), process: None };
        server.go_on();
        let created = as_postgres(&server.bin.join("createdb"))
            .args(["-h", "127.0.0.1", "-U", "assize", "-p", &server.port.to_string(), "assize"])
            .output()
            .unwrap();
        assert!(created.status.success(), "{}", String::from_utf8_lossy(&created.stderr));
        Some(server)
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The address of the store's database, by a host and a port that lead to it.
    pub fn address(host: &str, port: u16) -> String {
        format!("postgres://assize@{host}:{port}/assize")
    }

    /// The same, straight.
    pub fn own_address(&self) -> String {
        Self::address("127.0.0.1", self.port)
    }

    /// Starts the server, and waits until it takes connections.
    pub fn go_on(&mut self) {
        let log =
            std::fs::File::options().create(true).append(true).open(self.folder.path().join("log")).unwrap();
        let process = as_postgres(&self.bin.join("postgres"))
            .args(["-h", &self.hosts, "-p", &self.port.to_string(), "-c", "max_connections=200", "-c"])
            .args(["unix_socket_directories=", "-D"])
            .arg(self.folder.path().join("pg"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.process = Some(process);
        let (bin, port) = (self.bin.join("pg_isready"), self.port.to_string());
        until("PostgreSQL takes connections", || {
            TcpStream::connect(("127.0.0.1", self.port)).is_ok()
                && Command::new(&bin).args(["-q", "-h", "127.0.0.1", "-p", &port]).status().unwrap().success()
        });
    }

    /// Ends it at once, as by a fall of the machine: nothing is written that was not written yet, and everybody's connection ends.
    pub fn fall(&mut self) {
        let mut process = self.process.take().unwrap();
        let told = Command::new("kill").args(["-QUIT", &process.id().to_string()]).status().unwrap();
        assert!(told.success());
        process.wait().unwrap();
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            let _ = Command::new("kill").args(["-QUIT", &process.id().to_string()]).status();
            let _ = process.wait();
        }
        if std::thread::panicking() {
            let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
            let from = log.lines().count().saturating_sub(20);
            eprintln!("PostgreSQL said last:\n{}", log.lines().skip(from).collect::<Vec<_>>().join("\n"));
        }
    }
}
