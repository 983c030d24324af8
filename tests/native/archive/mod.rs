//! The archive: out and back to the byte, whatever happens to it on the way.

mod files;
mod limits;
mod round;

use std::sync::Arc;

use luoxuan::format::{Archive, CorruptionKind, Import, Limits, Picture, read};
use luoxuan::{Author, DeviceId, Timestamp};
use luoxuan_tests::demo;

const BY: Author = Author {
    device: DeviceId::from_bytes([9; 16]),
    now: Timestamp::new(1_800_000_000_000, 480),
};

fn jpeg() -> Picture {
    Picture::new([b"\xff\xd8\xff\xe0PK\x03\x04".as_slice(), &[7; 2000]].concat())
}

fn demo_archive() -> Archive {
    Archive {
        revisions: demo::journal(),
        pictures: vec![jpeg()],
        aside: vec![br#"{"v":2,"new":"line"}"#.to_vec()],
    }
}

/// What an import would be written as again.
fn archive(import: Import) -> Archive {
    let damaged = import.damage.into_iter().map(|damaged| damaged.bytes);
    Archive {
        revisions: import.revisions.into_iter().map(Arc::new).collect(),
        pictures: import.pictures,
        aside: import.newer.into_iter().chain(damaged).collect(),
    }
}

fn open(name: &str, bytes: &[u8]) -> Import {
    read(name, bytes, &Limits::default()).expect("a file within the limits")
}

/// What was damaged, and why.
fn told(import: &Import) -> Vec<(String, CorruptionKind)> {
    let damage = import.damage.iter();
    damage.map(|one| (one.place.clone(), one.why)).collect()
}
