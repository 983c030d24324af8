//! A ZIP that needs 64-bit records: more files than 65,535, and in full more bytes than 4 GB.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use luoxuan::BlobId;
use luoxuan::format::{Found, Limits, Picture, Reader, Source};
use luoxuan_tests::demo;
use luoxuan_tests::zipped::write_out;
use zip::ZipArchive;

use crate::properties::{figure, proved};

/// A file on the disk, of which only the bytes that are not zero take room.
struct Sparse(File);

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
        let (said, zeros) = bytes.split_at(bytes.len() - zeros);
        self.0.write_all(said)?;
        let zeros = i64::try_from(zeros.len()).expect("small");
        self.0.seek(SeekFrom::Current(zeros))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[derive(Clone)]
struct OnDisk(Arc<File>);

impl Source for OnDisk {
    fn size(&self) -> u64 {
        self.0.metadata().map_or(0, |about| about.len())
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        FileExt::read_at(&*self.0, into, at)
    }
}

/// A picture that no other is equal to, most of it zeros.
fn picture(number: usize, size: usize) -> Picture {
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.push(b'.');
    bytes.resize(size.max(bytes.len()), 0);
    Picture::new(bytes)
}

/// Writes the demonstration and so many pictures of a size, and answers the names of the pictures.
fn written(file: &Path, number: usize, size: usize) -> BTreeSet<BlobId> {
    let mut ids: Vec<_> = (0..number).map(|number| (picture(number, size).id(), number)).collect();
    ids.sort_unstable();
    let mut out = Sparse(File::create(file).expect("a file"));
    let pictures = ids.iter().map(|(_, number)| picture(*number, size));
    write_out(&mut out, &demo::journal(), pictures);
    // What ends in zeros was gone past and not written.
    let size = out.0.stream_position().expect("a file");
    out.0.set_len(size).expect("as long as it was written");
    ids.into_iter().map(|(id, _)| id).collect()
}

/// What our own reader finds: pictures, revisions, and whether every ZIP was whole.
fn found(file: &Path) -> (BTreeSet<BlobId>, usize, Vec<bool>) {
    let limits = Limits::own();
    let source = OnDisk(Arc::new(File::open(file).expect("the file")));
    let mut reader = Reader::new([("手记.zip".into(), source)], &limits);
    let (mut pictures, mut revisions) = (BTreeSet::new(), 0);
    for found in reader.by_ref() {
        match found.expect("within the limits") {
            Found::Picture(picture) => _ = pictures.insert(picture.id()),
            Found::Revision(_) => revisions += 1,
            _ => {}
        }
    }
    (pictures, revisions, reader.were_whole())
}

fn large(name: &str, number: usize, size: usize) {
    let folder = Folder::new(name);
    let file = folder.0.join("large.zip");
    let wanted = written(&file, number, size);
    let revisions = demo::journal().len();
    assert!(
        found(&file) == (wanted.clone(), revisions, vec![true]),
        "{name}: all of it comes back"
    );

    let others = BufReader::new(File::open(&file).expect("the file"));
    let mut zip = ZipArchive::new(others).expect("any ZIP tool opens it");
    assert!(zip.len() > number, "{name}");
    let last = *wanted.last().expect("pictures");
    let mut bytes = Vec::new();
    let mut at_the_end = zip.by_name(&format!("pictures/{last}.jpg")).expect("listed");
    at_the_end.read_to_end(&mut bytes).expect("whole");
    assert_eq!(BlobId::of(&bytes), last, "{name}: a common library reads the last");

    let whole = fs::metadata(&file).expect("the file").len();
    let cut = File::options().write(true).open(&file).expect("the file");
    cut.set_len(whole - 30).expect("cut");
    assert!(
        found(&file) == (wanted, revisions, vec![false]),
        "{name}: and without its directory"
    );
}

/// A folder that is gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("luoxuan-large-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_zip_of_more_files_than_sixteen_bits_count_comes_back() {
    large("files", 66_000, 16);
}

#[test]
fn a_zip_beyond_four_gigabytes_comes_back() {
    // Every day the same way is walked with 40 MB.
    let (number, size) = figure((20, 2_000_000), (2_200, 2_000_000));
    large("bytes", number, size);
    proved(
        "T29",
        format!(
            "a ZIP of {number} pictures, {} MB, and one of 66,000",
            number * size / 1_000_000
        ),
        "every picture and revision comes back by its hash; a common library reads the last; without the directory too",
    );
}
