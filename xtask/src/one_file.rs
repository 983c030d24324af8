//! The one file: the finished site as a single page that opens from a disk or a stick, where a browser fetches nothing.
//!
//! What the site fetches is packed into it one after the other, as one stream: the modules have much in common. A small
//! program of its own unpacks them. See docs/adr/0015-one-file.md.

mod page;

use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::news;
use crate::outcome::Outcome;
use crate::setup::WASM_TARGET;
use crate::shell::{cargo, run_long, target};
use crate::site::{Build, Names, OLDER_MACHINE, bind, bytes, put, read};

use self::page::{Page, Parts};

/// Its name beside the site's own page.
pub(crate) const NAME: &str = "luoxuan.html";

/// What it may weigh at most, in bytes.
const BUDGET: usize = 3_000_000;

/// Makes the one file of a finished site and puts it there; the list of what works without the network does not have it.
pub(crate) fn make(site: &Path, build: Build) -> Outcome {
    let page = Page::read(site)?;
    let unpack = unpack(build)?;
    let mut pieces = vec![piece(site, &page.first())?];
    if let Some(second) = page.second() {
        pieces.push(piece(site, &second)?);
    }
    for fetched in ["demo.jsonl", news::NAME] {
        pieces.push(piece(site, fetched)?);
    }
    let worker = page.worker().to_owned();
    pieces.push((
        "worker_bg.wasm".into(),
        bytes(&site.join(&worker).join("worker_bg.wasm"))?,
    ));
    let sizes: Vec<_> = pieces
        .iter()
        .map(|(name, piece)| format!("{name:?}: {}", piece.len()))
        .collect();
    let whole: Vec<u8> = pieces.iter().flat_map(|(_, piece)| piece).copied().collect();
    let parts = Parts {
        sizes: format!("{{ {} }}", sizes.join(", ")),
        packed: BASE64.encode(packed(&whole, build)?),
        unpack: BASE64.encode(bytes(&unpack.join("unpack_bg.wasm"))?),
        unpack_glue: read(&unpack.join("unpack.js"))?,
    };
    let file = page.with(site, &parts)?;
    println!("  {NAME}: {} bytes of {BUDGET}", file.len());
    put(&site.join(NAME), file.as_bytes())?;
    match file.len().checked_sub(BUDGET) {
        Some(over @ 1..) if build == Build::Release => Err(format!("{NAME} is {over} bytes over its budget")),
        _ => Ok(()),
    }
}

fn piece(site: &Path, name: &str) -> Outcome<(String, Vec<u8>)> {
    Ok((name.to_owned(), bytes(&site.join(name))?))
}

/// Compiles the program that unpacks, and returns the folder with its module and glue.
fn unpack(build: Build) -> Outcome<std::path::PathBuf> {
    let mut cargo = cargo();
    cargo
        .args(["build", "-p", "luoxuan-web", "--target", WASM_TARGET, "--bin", "unpack"])
        .args(["--profile", build.profile()])
        .args(["--config", OLDER_MACHINE]);
    run_long("building what unpacks the one file", "seconds", &mut cargo)?;
    let module = bytes(&target().join(WASM_TARGET).join(build.profile()).join("unpack.wasm"))?;
    let folder = target().join("unpack");
    bind("unpack", &module, &folder, Names::Dropped)?;
    Ok(folder)
}

/// These bytes as an LZMA stream: as small as can be for a release, else as quickly.
fn packed(bytes: &[u8], build: Build) -> Outcome<Vec<u8>> {
    let options = match build {
        Build::Development => LzmaOptions::with_preset(1),
        Build::Release => LzmaOptions {
            nice_len: LzmaOptions::NICE_LEN_MAX,
            depth_limit: 512,
            ..LzmaOptions::with_preset(6)
        },
    };
    let said = |error: std::io::Error| format!("packing the one file: {error}");
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).map_err(said)?;
    writer.write_all(bytes).map_err(said)?;
    writer.finish().map_err(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_comes_out_again() {
        let bytes: Vec<u8> = (0..100_000_u32).flat_map(|n| (n % 977).to_le_bytes()).collect();
        for build in [Build::Development, Build::Release] {
            let packed = packed(&bytes, build).expect("it can be packed");
            assert!(packed.len() < bytes.len() / 10);
            let mut unpacked = Vec::new();
            lzma_rust2::LzmaReader::new_mem_limit(packed.as_slice(), u32::MAX, None)
                .and_then(|mut reader| reader.read_to_end(&mut unpacked))
                .expect("it is LZMA");
            assert!(unpacked == bytes);
        }
    }
}
