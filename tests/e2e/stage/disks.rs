//! A disk of a story's own under a browser's profile: one that can be full, or lose its power.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::wait_for;

/// An ext4 file system in a file, mounted. It writes what programs did not ask it to write as late as it can.
#[derive(Debug)]
pub(crate) struct Disk {
    image: PathBuf,
    at: PathBuf,
}

fn call(program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().replace('\n', " ");
    Err(format!("{program} {}: {said}", arguments.join(" ")))
}

impl Disk {
    /// A new, empty disk of so many megabytes at this folder.
    ///
    /// # Errors
    ///
    /// Says why there can be none: it takes root and a loop device.
    pub(crate) fn new(at: &Path, megabytes: u64) -> Result<Self, String> {
        let image = at.with_extension("img");
        let made = File::create(&image).and_then(|file| file.set_len(megabytes << 20));
        made.map_err(|error| format!("{}: {error}", image.display()))?;
        let disk = Self {
            image,
            at: at.to_owned(),
        };
        // No room kept for root: full is full.
        call("mkfs.ext4", &["-q", "-m", "0", &disk.image.display().to_string()])?;
        disk.mount()?;
        Ok(disk)
    }

    fn mount(&self) -> Result<(), String> {
        let (image, at) = (self.image.display().to_string(), self.at.display().to_string());
        call("mount", &["-o", "loop,commit=600", &image, &at])
    }

    /// What has reached the disk by now, and nothing that only waits in memory, as another image. Hold the
    /// browser first.
    pub(crate) fn photograph(&self) -> PathBuf {
        let [one, other] = ["cut", "again"].map(|end| self.image.with_extension(end));
        let name = |path: &Path| path.display().to_string();
        let copy =
            |to: &Path| call("cp", &["--sparse=always", &name(&self.image), &name(to)]).expect("it can be copied");
        copy(&one);
        // The system may write while it is copied, which no power cut does: then once more.
        let still = wait_for(Duration::from_mins(1), || {
            fs::rename(&one, &other).expect("both are in one folder");
            copy(&one);
            call("cmp", &["-s", &name(&one), &name(&other)]).ok()
        });
        assert!(still.is_some(), "the disk is never quiet");
        fs::remove_file(other).expect("it is ours");
        one
    }

    /// Begins again from a photograph, as a computer does after its power was cut. End the browser first.
    pub(crate) fn begins_again_from(&self, photograph: &Path) {
        let mut why = String::new();
        let at = self.at.display().to_string();
        // Killed processes take a moment to let go of their files.
        let gone = wait_for(Duration::from_secs(20), || {
            call("umount", &[&at]).map_err(|error| why = error).ok()
        });
        assert!(gone.is_some(), "{why}");
        fs::rename(photograph, &self.image).expect("both are in one folder");
        self.mount().expect("it has been mounted before");
    }

    /// Fills it to the last block, past the browser.
    pub(crate) fn fill(&self) {
        fill(&self.at);
    }

    /// Makes room again.
    pub(crate) fn empty(&self) {
        empty(&self.at);
    }
}

fn fill(disk: &Path) {
    let mut ballast = File::create(disk.join(BALLAST)).expect("there is still room for a name");
    let mut length = None;
    // The browser deletes late, and a disk that has room again a moment after it was full is another story: until nothing
    // is given back for a while.
    wait_for(Duration::from_secs(20), || {
        for size in [1 << 20, 1 << 12, 1] {
            let block = vec![b'x'; size];
            while ballast.write_all(&block).is_ok() {}
        }
        // Some of it may have been promised and not written.
        let _ = ballast.sync_all();
        let now = ballast.metadata().ok().map(|file| file.len());
        let still = now == length;
        length = now;
        if !still {
            thread::sleep(Duration::from_millis(700));
        }
        still.then_some(())
    })
    .expect("a disk that stays full");
}

fn empty(disk: &Path) {
    fs::remove_file(disk.join(BALLAST)).expect("what filled it is there");
}

/// What fills a disk past the browser.
const BALLAST: &str = "ballast";

/// A small disk in memory. What is taken from a file there is free at once.
#[derive(Debug)]
pub(crate) struct Memory(PathBuf);

impl Memory {
    /// A new, empty one of so many megabytes at this folder.
    ///
    /// # Errors
    ///
    /// Says why there can be none: it takes root.
    pub(crate) fn new(at: &Path, megabytes: u64) -> Result<Self, String> {
        let size = format!("size={megabytes}m");
        call(
            "mount",
            &["-t", "tmpfs", "-o", &size, "none", &at.display().to_string()],
        )?;
        Ok(Self(at.to_owned()))
    }

    /// Fills it to the last block, past the browser.
    pub(crate) fn fill(&self) {
        fill(&self.0);
    }

    /// Makes room again.
    pub(crate) fn empty(&self) {
        empty(&self.0);
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // Whoever still looks at it sees it go later.
        let _ = call("umount", &["-l", &self.0.display().to_string()]);
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Whoever still looks at it sees it go later.
        let _ = call("umount", &["-l", &self.at.display().to_string()]);
        let _ = fs::remove_file(&self.image);
        if let Some(folder) = self.at.parent() {
            let _ = fs::remove_dir_all(folder);
        }
    }
}
