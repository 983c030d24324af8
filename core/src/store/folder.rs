//! A store in a folder of the file system: the one room of this crate that touches a disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Chunk, Cursor, Mark, Store, StoreError};
use crate::id::{BlobId, DeviceId, RecordId};
use crate::journal::{Revision, read_lines, write_lines};

/// A store in a folder: `journal/<device>.jsonl`, one append-only file per device, and
/// `pictures/<blob id>`.
///
/// A device appends only to its own file and reads all of them, so a folder may be shared through any
/// tool that copies files; copies such a tool leaves behind in a conflict are read too. That holds as long as no two
/// computers are the same device: its id must not lie in the folder and travel with it, see [`FolderStore::device`].
/// Erasing is the one exception: it takes a record's lines out of every file. Programs on one machine may share the folder
/// as well: whoever writes holds the lock of the file `lock` in it.
#[derive(Debug, Clone)]
pub struct FolderStore {
    root: PathBuf,
    /// Nobody, where it is only read.
    device: Option<DeviceId>,
}

/// What the system says of a path.
fn at(path: &Path) -> impl FnOnce(io::Error) -> StoreError + '_ {
    move |error| match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => StoreError::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::Blocked,
        ErrorKind::NotFound => StoreError::Missing(path.display().to_string()),
        _ => StoreError::Io {
            place: path.display().to_string(),
            source: Arc::new(error),
        },
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
        for part in ["journal", "pictures"].map(|name| root.join(name)) {
            fs::create_dir_all(&part).map_err(at(&part))?;
        }
        sync_folder(&root)?;
        Ok(Self {
            root,
            device: Some(device),
        })
    }

    /// Opens a folder that must be there already: a mistyped path makes none.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] if no journal is there.
    pub fn open_existing(root: impl Into<PathBuf>, device: DeviceId) -> Result<Self, StoreError> {
        let found = Self::open_read_only(root)?;
        Self::open(found.root, device)
    }

    /// Opens a folder that must be there already, to read it. Nothing is made and nothing can be written: whatever would
    /// is [`StoreError::Blocked`].
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] if no journal is there.
    pub fn open_read_only(root: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let root = root.into();
        if !root.join("journal").is_dir() {
            return Err(StoreError::Missing(root.display().to_string()));
        }
        Ok(Self { root, device: None })
    }

    /// Which device this computer is for a folder, kept in `state`: a folder of this computer that nothing copies to
    /// another, such as the user's state directory. `fresh` are 16 random bytes, for the first time.
    ///
    /// Kept in the shared folder itself, the id would come to a second computer with it; both would append to one file,
    /// and the tool that copies the folder would put one's lines over the other's.
    ///
    /// # Errors
    ///
    /// Says why it cannot be kept or read.
    ///
    /// ```
    /// # fn main() -> Result<(), luoxuan::store::StoreError> {
    /// use luoxuan::store::FolderStore;
    /// # let home = std::env::temp_dir().join(format!("luoxuan-device-{}", std::process::id()));
    /// let (folder, state) = (home.join("journal"), home.join("state"));
    /// let device = FolderStore::device(&folder, &state, [7; 16])?;
    /// assert_eq!(FolderStore::device(&folder, &state, [8; 16])?, device, "the same the next time");
    /// let store = FolderStore::open(&folder, device)?;
    /// # drop((store, std::fs::remove_dir_all(&home)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn device(root: &Path, state: &Path, fresh: [u8; 16]) -> Result<DeviceId, StoreError> {
        // The same folder by another way is the same; one that is not there yet goes by how it is called.
        let place = fs::canonicalize(root)
            .or_else(|_| std::path::absolute(root))
            .map_err(at(root))?;
        let name = BlobId::of(place.as_os_str().as_encoded_bytes()).to_string();
        let path = state.join(format!("{name}.device"));
        match fs::read_to_string(&path) {
            Ok(text) => text
                .trim()
                .parse()
                .map_err(|_| StoreError::Other(format!("{}: no device", path.display()))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let device = DeviceId::from_bytes(fresh);
                fs::create_dir_all(state).map_err(at(state))?;
                replace(&path, device.to_string().as_bytes())?;
                Ok(device)
            }
            Err(error) => Err(at(&path)(error)),
        }
    }

    /// Whoever writes here; nobody may, where it is only read.
    fn writer(&self) -> Result<DeviceId, StoreError> {
        self.device.ok_or(StoreError::Blocked)
    }

    /// Waits until nobody else writes, and keeps others from it until the file is closed.
    fn lock(&self) -> Result<File, StoreError> {
        self.writer()?;
        let path = self.root.join("lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(at(&path))?;
        // Some file systems know no locks; there nothing helps but to write from one program at a time.
        let _ = lock.lock();
        Ok(lock)
    }

    fn append_locked(&self, revisions: &[Arc<Revision>]) -> Result<(), StoreError> {
        let folder = self.root.join("journal");
        let path = folder.join(format!("{}.jsonl", self.writer()?));
        let why = || at(&path);
        let mut file = OpenOptions::new()
            .create(true)
            .read(true)
            .append(true)
            .open(&path)
            .map_err(why())?;
        let length = file.metadata().map_err(why())?.len();
        let mut lines = String::new();
        if length > 0 {
            file.seek(SeekFrom::End(-1)).map_err(why())?;
            let mut last = [0];
            file.read_exact(&mut last).map_err(why())?;
            // A line that a crash has torn must not swallow the next one.
            if last != *b"\n" {
                lines.push('\n');
            }
        }
        lines.push_str(&write_lines(revisions));
        let written = file.write_all(lines.as_bytes()).and_then(|()| file.sync_all());
        let mut written = written.map_err(why());
        if length == 0 {
            written = written.and_then(|()| sync_folder(&folder));
        }
        if let Err(error) = written {
            // All or none: half a write is taken back, as far as the disk lets us.
            let _ = file.set_len(length);
            return Err(error);
        }
        Ok(())
    }

    /// Every file of lines, in order of name.
    fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let (folder, mut files) = (self.root.join("journal"), Vec::new());
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            let path = entry.map_err(at(&folder))?.path();
            // A folder or a link that leads nowhere hides no file behind it.
            if path.extension().is_some_and(|extension| extension == "jsonl") && path.is_file() {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}

/// How many bytes of a file were read before; `None` if they are not the same any more, as after an erasure.
fn known(mark: &Mark, bytes: &[u8]) -> Option<usize> {
    let length = usize::try_from(mark.length).ok()?;
    let before = bytes.get(..length)?;
    (last_line(before) == mark.last).then_some(length)
}

/// The name of the last line.
fn last_line(lines: &[u8]) -> BlobId {
    let text = lines.strip_suffix(b"\n").unwrap_or(lines);
    let begins = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    BlobId::of(text.get(begins..).unwrap_or_default())
}

/// Writes a file so that after a crash either the old or the new content is there, whole.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let fresh = path.with_extension("new");
    let written = File::create(&fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, path)
    });
    written.map_err(at(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder outlive a power cut. Windows opens no folder, and writes them by itself.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(at(folder))?;
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
        let (revisions, damage) = read_lines(&fs::read(path).map_err(at(path))?);
        let next = (index + 1 < files.len()).then_some(from + 1);
        Ok(Chunk {
            revisions,
            damage,
            next,
        })
    }

    async fn read_new(&self, cursor: &Cursor) -> Result<(Chunk, Cursor), StoreError> {
        let (mut new, mut read) = (Chunk::default(), Cursor::default());
        for path in self.files()? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = fs::read(&path).map_err(at(&path))?;
            // A line that somebody is writing has not ended yet.
            let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let known = cursor
                .0
                .get(&name)
                .and_then(|mark| known(mark, &bytes))
                .unwrap_or_default();
            let (revisions, damage) = read_lines(bytes.get(known..).unwrap_or_default());
            new.revisions.extend(revisions);
            new.damage.extend(damage);
            let lines = bytes.get(..whole).unwrap_or_default();
            let mark = Mark {
                length: lines.len() as u64,
                last: last_line(lines),
            };
            read.0.insert(name, mark);
        }
        Ok((new, read))
    }

    async fn history(&self, record: RecordId) -> Result<Vec<Revision>, StoreError> {
        let mut history: Vec<Revision> = Vec::new();
        for path in self.files()? {
            let (revisions, _) = read_lines(&fs::read(&path).map_err(at(&path))?);
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
            let bytes = fs::read(&path).map_err(at(&path))?;
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
        // Two that put one picture at once would take the half file from under each other.
        let _lock = self.lock()?;
        replace(&path, bytes)?;
        Ok(id)
    }

    async fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.root.join("pictures").join(id.to_string());
        match fs::read(&path) {
            Ok(bytes) => Ok((BlobId::of(&bytes) == id).then_some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(&path)(error)),
        }
    }

    async fn blobs(&self) -> Result<Vec<BlobId>, StoreError> {
        let (folder, mut ids) = (self.root.join("pictures"), Vec::<BlobId>::new());
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            let entry = entry.map_err(at(&folder))?;
            if let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) {
                ids.push(id);
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }
}
