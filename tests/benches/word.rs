//! Making a Word file of 10,000 characters with 20 pictures and 10 tables, against pandoc making one of the same
//! Markdown. Whole processes, from files to a file, taking turns; `cargo xtask bench` runs it.

#[cfg(target_arch = "wasm32")]
const fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::{Command, ExitCode};
    use std::time::{Duration, Instant};

    use luoxuan::BlobId;
    use luoxuan::catalog::{Language, preset};
    use luoxuan::manuscript::Picture;
    use luoxuan::office::word;
    use luoxuan_tests::texts::{article, manuscript_of};

    /// How often each is run, after one run that does not count.
    const ROUNDS: usize = 15;
    /// The promise: at most this part of pandoc's time.
    const BAR: f64 = 0.2;

    type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

    pub(super) fn main() -> ExitCode {
        let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
        let outcome = match arguments.as_slice() {
            [pandoc] => measure(pandoc),
            [make, folder] if make == "make" => make_file(Path::new(folder)).map(|()| true),
            // `cargo test --benches` has nothing to measure against.
            _ => Ok(true),
        };
        match outcome {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        }
    }

    /// Our side, as a process of its own: reads what pandoc reads, writes what pandoc writes.
    fn make_file(folder: &Path) -> Outcome {
        let text = fs::read_to_string(folder.join("ours.md"))?;
        let mut album = BTreeMap::new();
        for file in fs::read_dir(folder.join("pictures"))? {
            let bytes = fs::read(file?.path())?;
            album.insert(
                BlobId::of(&bytes),
                Picture {
                    bytes,
                    ..Picture::default()
                },
            );
        }
        let rules = preset("general").ok_or("no rules")?.rules(Language::ZhHans);
        let made = word(
            &manuscript_of(&text),
            &rules.layout,
            &album,
            Language::ZhHans,
            &mut |_| {},
        )?;
        fs::write(folder.join("ours.docx"), made.bytes)?;
        Ok(())
    }

    fn measure(pandoc: &str) -> Outcome<bool> {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("word");
        fs::create_dir_all(folder.join("pictures"))?;
        let (text, album) = article(2026, 10_000, 20, 10);
        let mut theirs = text.clone();
        for (id, picture) in &album {
            fs::write(folder.join(format!("pictures/{id}.png")), &picture.bytes)?;
            theirs = theirs.replace(&format!("luoxuan:{id}"), &format!("pictures/{id}.png"));
        }
        fs::write(folder.join("ours.md"), &text)?;
        fs::write(folder.join("theirs.md"), theirs)?;

        let mut ours = Command::new(std::env::current_exe()?);
        ours.arg("make").arg(&folder);
        let mut other = Command::new(pandoc);
        other.args(["theirs.md", "-o", "theirs.docx"]).current_dir(&folder);
        let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
        for round in 0..=ROUNDS {
            let (mine, yours) = (time(&mut ours)?, time(&mut other)?);
            if round > 0 {
                our_times.push(mine);
                their_times.push(yours);
            }
        }
        let characters = text.chars().count();
        println!(
            "A Word file of {characters} characters of Markdown, {} pictures, 10 tables; {ROUNDS} runs each, in turns.",
            album.len()
        );
        let size = |name: &str| fs::metadata(folder.join(name)).map(|file| file.len() / 1000);
        let (mine, yours) = (median(&mut our_times), median(&mut their_times));
        println!("  luoxuan {}, {} kB", spread(&our_times, mine), size("ours.docx")?);
        println!("  pandoc  {}, {} kB", spread(&their_times, yours), size("theirs.docx")?);
        let ratio = mine.as_secs_f64() / yours.as_secs_f64();
        let kept = ratio <= BAR;
        println!(
            "  ratio   {ratio:.4}, promised at most {BAR}: {}",
            if kept { "kept" } else { "NOT kept" }
        );
        Ok(kept)
    }

    fn time(command: &mut Command) -> Outcome<Duration> {
        let start = Instant::now();
        let status = command.status()?;
        let took = start.elapsed();
        if status.success() {
            Ok(took)
        } else {
            Err(format!("{command:?}: {status}").into())
        }
    }

    fn median(times: &mut [Duration]) -> Duration {
        times.sort();
        times.get(times.len() / 2).copied().unwrap_or_default()
    }

    /// The median with the quickest and the slowest, of times in order.
    fn spread(times: &[Duration], median: Duration) -> String {
        let millis = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e3);
        let (first, last) = (millis(times.first()), millis(times.last()));
        format!("{:7.1} ms ({first:.1}–{last:.1})", median.as_secs_f64() * 1e3)
    }
}
