//! Where a backup goes, piece by piece.

use js_sys::{Array, Object, Reflect, Uint8Array};
use luoxuan::format::Sent;
use luoxuan_web::browser::files::DESK;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, FileReaderSync};

use super::js::{call, now};

/// A file of a backup in several is no longer than this.
pub(crate) const MOST: u64 = 200_000_000;

/// So much is read back at once.
const SLICE: f64 = 4_194_304.0;

/// Why a backup did not get where it should.
#[derive(Debug)]
pub(crate) enum Lost {
    /// The browser said so.
    Refused(JsValue),
    /// What was read back is not what was written.
    Unverified,
}

impl From<JsValue> for Lost {
    fn from(error: JsValue) -> Self {
        Self::Refused(error)
    }
}

/// Where a backup goes.
pub(crate) enum Sink {
    /// A file the person chose, or one in a folder they chose.
    File {
        handle: JsValue,
        stream: JsValue,
        hash: Box<blake3::Hasher>,
    },
    /// The browser's private file system, from where it is handed on as a download.
    Private {
        folder: JsValue,
        name: String,
        handle: JsValue,
        at: f64,
    },
    /// As many files as it takes.
    Parts { pieces: Array, files: Array },
}

/// What came of it.
pub(crate) enum Gone {
    /// It is in the file, and was read back.
    Written,
    /// It waits under this name, to be handed on.
    Waits(File),
    /// These files are to be handed on.
    Files(Array),
}

fn options(name: &str, value: bool) -> JsValue {
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &name.into(), &value.into());
    options.into()
}

fn private_system(scope: &DedicatedWorkerGlobalScope) -> JsValue {
    scope.navigator().storage().into()
}

impl Sink {
    /// A file the person chose.
    pub(crate) async fn file(handle: JsValue) -> Result<Self, JsValue> {
        let stream = call(&handle, "createWritable", &[]).await?;
        Ok(Self::File {
            handle,
            stream,
            hash: Box::default(),
        })
    }

    /// The browser's private file system.
    pub(crate) async fn private(scope: &DedicatedWorkerGlobalScope, name: &str) -> Result<Self, JsValue> {
        let root = call(&private_system(scope), "getDirectory", &[]).await?;
        let create = || options("create", true);
        let folder = call(&root, "getDirectoryHandle", &[DESK.into(), create()]).await?;
        let file = call(&folder, "getFileHandle", &[name.into(), create()]).await?;
        let handle = call(&file, "createSyncAccessHandle", &[]).await?;
        call(&handle, "truncate", &[0.into()]).await?;
        Ok(Self::Private {
            folder,
            name: name.to_owned(),
            handle,
            at: 0.0,
        })
    }

    /// As many files as it takes.
    pub(crate) fn parts() -> Self {
        Self::Parts {
            pieces: Array::new(),
            files: Array::new(),
        }
    }

    /// How long a file may be.
    pub(crate) fn most(&self) -> Option<u64> {
        matches!(self, Self::Parts { .. }).then_some(MOST)
    }

    /// Sends on.
    pub(crate) async fn take(&mut self, sent: Sent) -> Result<(), Lost> {
        match (self, sent) {
            (Self::File { stream, hash, .. }, Sent::Bytes(bytes)) => {
                hash.update(&bytes);
                call(stream, "write", &[Uint8Array::from(bytes.as_slice()).into()]).await?;
            }
            (Self::Private { handle, at, .. }, Sent::Bytes(bytes)) => {
                let place = Object::new();
                Reflect::set(&place, &"at".into(), &(*at).into())?;
                let bytes = Uint8Array::from(bytes.as_slice());
                let written = now(handle, "write", &[bytes.clone().into(), place.into()])?;
                *at += written.as_f64().unwrap_or_default();
                if written.as_f64() != Some(f64::from(bytes.length())) {
                    // A full disk takes a part of it and says nothing.
                    return Err(Lost::Refused("full".into()));
                }
            }
            (Self::Parts { pieces, .. }, Sent::Bytes(bytes)) => {
                let piece = Array::of1(&Uint8Array::from(bytes.as_slice()));
                let piece = Blob::new_with_u8_array_sequence(&piece)?;
                pieces.push(&piece);
            }
            (Self::Parts { pieces, files }, Sent::NextFile) => {
                let file = Blob::new_with_blob_sequence(pieces)?;
                files.push(&file);
                *pieces = Array::new();
            }
            (_, Sent::NextFile) => {}
        }
        Ok(())
    }

    /// All is sent.
    pub(crate) async fn end(self) -> Result<Gone, Lost> {
        match self {
            Self::File { handle, stream, hash } => {
                call(&stream, "close", &[]).await?;
                let file: File = call(&handle, "getFile", &[]).await?.dyn_into()?;
                if hash_of(&file)? != hash.finalize() {
                    return Err(Lost::Unverified);
                }
                Ok(Gone::Written)
            }
            Self::Private {
                folder, name, handle, ..
            } => {
                call(&handle, "flush", &[]).await?;
                call(&handle, "close", &[]).await?;
                let file = call(&folder, "getFileHandle", &[name.into()]).await?;
                Ok(Gone::Waits(call(&file, "getFile", &[]).await?.dyn_into()?))
            }
            Self::Parts { pieces, files } => {
                let file = Blob::new_with_blob_sequence(&pieces)?;
                files.push(&file);
                Ok(Gone::Files(files))
            }
        }
    }

    /// It is given up: nothing of it stays.
    pub(crate) async fn give_up(self) {
        match self {
            Self::File { stream, .. } => drop(call(&stream, "abort", &[]).await),
            Self::Private {
                folder, name, handle, ..
            } => {
                let _ = call(&handle, "close", &[]).await;
                let _ = call(&folder, "removeEntry", &[name.into()]).await;
            }
            Self::Parts { .. } => {}
        }
    }
}

fn hash_of(file: &File) -> Result<blake3::Hash, JsValue> {
    let (reader, mut hash) = (FileReaderSync::new()?, blake3::Hasher::new());
    let mut at = 0.0;
    while at < file.size() {
        let slice = file.slice_with_f64_and_f64(at, at + SLICE)?;
        let bytes = reader.read_as_array_buffer(&slice)?;
        hash.update(&Uint8Array::new(&bytes).to_vec());
        at += SLICE;
    }
    Ok(hash.finalize())
}
