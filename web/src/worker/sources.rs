//! Files a person chose, read slice by slice.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use js_sys::Uint8Array;
use luoxuan::format::Source;
use web_sys::{File, FileReaderSync};

/// A file, read where it lies.
#[derive(Clone)]
pub(crate) struct Chosen {
    file: File,
    reader: FileReaderSync,
    size: u64,
    /// The name of the file that could not be read, such as one on a stick that was pulled out.
    gone: Rc<RefCell<Option<String>>>,
}

impl Chosen {
    /// These files with their names. `gone` says which of them could not be read.
    pub(crate) fn all(files: &[File], gone: &Rc<RefCell<Option<String>>>) -> Vec<(String, Self)> {
        let Ok(reader) = FileReaderSync::new() else {
            return Vec::new();
        };
        let chosen = files.iter().map(|file| {
            // A size is a whole number.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let size = file.size() as u64;
            let chosen = Self {
                file: file.clone(),
                reader: reader.clone(),
                size,
                gone: gone.clone(),
            };
            (file.name(), chosen)
        });
        chosen.collect()
    }
}

impl Source for Chosen {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let end = self.size.min(at.saturating_add(into.len() as u64));
        if at >= end {
            return Ok(0);
        }
        #[allow(clippy::cast_precision_loss)] // No file is larger than 2^53 bytes.
        let slice = self.file.slice_with_f64_and_f64(at as f64, end as f64);
        let read = slice.and_then(|slice| self.reader.read_as_array_buffer(&slice));
        let Ok(buffer) = read else {
            self.gone.replace(Some(self.file.name()));
            return Err(io::ErrorKind::NotFound.into());
        };
        let bytes = Uint8Array::new(&buffer);
        let read = bytes.length() as usize;
        if let Some(into) = into.get_mut(..read) {
            bytes.copy_to(into);
        }
        Ok(read)
    }
}
