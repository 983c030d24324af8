//! A store in a folder of the file system: the one room of this crate that touches a disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Chunk, Store, StoreError};
use crate::id::{BlobId, DeviceId, RecordId};
use crate::journal::{Revision, read_lines, write_lines};

/// A store in a folder: `journal/<device>.jsonl`, one append-only file per device, and
/// `pictures/<blob id>`.
///
/// A device appends only to its own file and reads all of them, so a folder may be shared through any
/// tool that copies files; copies such a tool leaves behind in a conflict are read too. Erasing is the one
/// exception: it takes a record's lines out of every file. Programs on one machine may share the folder as well:
/// whoever writes holds the lock of the file `lock` in it.
#[derive(Debug, Clone)]
pub struct FolderStore {
    root: PathBuf,
    device: DeviceId,
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Blocked,
            ErrorKind::NotFound => Self::Closed,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl FolderStore {
    /// Opens the folder, and makes it if it is not there.
    ///
    /// # Errors
    ///
    /// Says why the folder cannot be used.
    pub fn open(root: impl Into<PathBuf>, device: DeviceId) -> Result<Self, StoreError> {
        let root = root.into();
        fs::create_dir_all(root.join("journal"))?;
        fs::create_dir_all(root.join("pictures"))?;
        sync_folder(&root)?;
        Ok(Self { root, device })
    }

    /// Waits until nobody else writes, and keeps others from it until the file is closed.
    fn lock(&self) -> Result<File, StoreError> {
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.root.join("lock"))?;
        // Some file systems know no locks; there nothing helps but to write from one program at a time.
        let _ = lock.lock();
        Ok(lock)
    }

    fn append_locked(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        let folder = self.root.join("journal");
        let path = folder.join(format!("{}.jsonl", self.device));
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(&path)?;
        let length = file.metadata()?.len();
        let mut lines = String::new();
        if length > 0 {
            file.seek(SeekFrom::End(-1))?;
            let mut last = [0];
            file.read_exact(&mut last)?;
            // A line that a crash has torn must not swallow the next one.
            if last != *b"\n" {
                lines.push('\n');
            }
        }
        lines.push_str(&write_lines(revisions));
        let mut written = file.write_all(lines.as_bytes()).and_then(|()| file.sync_all());
        if length == 0 {
            written = written.and_then(|()| sync_folder(&folder));
        }
        if let Err(error) = written {
            // All or none: half a write is taken back, as far as the disk lets us.
            let _ = file.set_len(length);
            return Err(error.into());
        }
        Ok(())
    }

    /// Every file of lines, in order of name.
    fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.root.join("journal"))? {
            let path = entry?.path();
            // A folder or a link that leads nowhere hides no file behind it.
            if path.extension().is_some_and(|extension| extension == "jsonl") && path.is_file() {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Writes a file so that after a crash either the old or the new content is there, whole.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let fresh = path.with_extension("new");
    let mut file = File::create(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    path.parent().map_or(Ok(()), sync_folder)?;
    Ok(())
}

/// Makes the names in a folder outlive a power cut. Windows opens no folder, and writes them by itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

impl Store for FolderStore {
    async fn append(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        let _lock = self.lock()?;
        self.append_locked(revisions)
    }

    async fn read(&self, from: u64) -> Result<Chunk, StoreError> {
        let files = self.files()?;
        let index = usize::try_from(from).unwrap_or(usize::MAX);
        let Some(path) = files.get(index) else {
            return Ok(Chunk::default());
        };
        let (revisions, damage) = read_lines(&fs::read(path)?);
        let next = (index + 1 < files.len()).then_some(from + 1);
        Ok(Chunk {
            revisions,
            damage,
            next,
        })
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let mut history: Vec<Revision> = Vec::new();
        for path in self.files()? {
            let (revisions, _) = read_lines(&fs::read(path)?);
            for revision in revisions.into_iter().filter(|revision| revision.record() == record) {
                if history.iter().all(|known| known.id() != revision.id()) {
                    history.push(revision);
                }
            }
        }
        Ok(history)
    }

    async fn erase(&self, erasure: &Arc<Revision>) -> Result<(), StoreError> {
        let _lock = self.lock()?;
        // The erasure first: if we stop halfway, reading the folder again still erases.
        self.append_locked(std::slice::from_ref(erasure))?;
        for path in self.files()? {
            let bytes = fs::read(&path)?;
            let mut kept = Vec::with_capacity(bytes.len());
            for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                let goes = Revision::from_line(line.trim_ascii())
                    .is_ok_and(|revision| revision.record() == erasure.record() && revision.id() != erasure.id());
                if !goes {
                    kept.extend_from_slice(line);
                }
            }
            if kept.len() != bytes.len() {
                replace(&path, &kept)?;
            }
        }
        Ok(())
    }

    async fn put_blob(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        let path = self.root.join("pictures").join(id.to_string());
        if fs::read(&path).is_ok_and(|kept| kept == bytes) {
            return Ok(id);
        }
        replace(&path, bytes)?;
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        match fs::read(self.root.join("pictures").join(id.to_string())) {
            Ok(bytes) => Ok((BlobId::of(&bytes) == id).then_some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        let mut ids: Vec<BlobId> = Vec::new();
        for entry in fs::read_dir(self.root.join("pictures"))? {
            if let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) {
                ids.push(id);
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }
}
