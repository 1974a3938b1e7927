//! The ranker measured beside the first sentences, TextRank and LexRank, with intervals.

use super::{Article, articles, clusters, laid_out, pages, peers};
use crate::peer;
use crate::rouge::{Rouge, Syllables, rouge};
use crate::score::Random;
use std::path::Path;
use std::time::Instant;
use vanban::Analyzer;
use vanban::summary::{Lead, Limit, Summarizer};

/// The budget that the abstracts have in the mean.
const BUDGET: usize = 35;

/// The scores and lengths of one system's summaries.
#[derive(Default)]
pub struct Run {
    pub scores: Vec<Rouge>,
    pub lengths: Vec<usize>,
}

impl Run {
    pub fn add(&mut self, summary: &[u32], reference: &[u32]) {
        self.scores.push(rouge(summary, reference));
        self.lengths.push(summary.len());
    }

    pub fn mean(&self) -> [f64; 3] {
        mean(self.scores.iter().map(|r| r.as_array()))
    }

    /// A line of the table: the means, the mean length, and how far it is ahead of another with a 95 % interval.
    pub fn line(&self, name: &str, beside: &Run) -> String {
        let [one, two, l] = self.mean();
        let length = self.lengths.iter().sum::<usize>() as f64 / self.lengths.len().max(1) as f64;
        let ahead = (0..3).map(|k| {
            let differences: Vec<f64> =
                self.scores.iter().zip(&beside.scores).map(|(a, b)| a.as_array()[k] - b.as_array()[k]).collect();
            let (mean, low, high) = interval(&differences);
            format!("{mean:+.1} [{low:.1}, {high:.1}]")
        });
        let ahead = ahead.collect::<Vec<_>>().join("  ");
        format!("{name:28} {one:5.2} {two:5.2} {l:5.2}  {length:5.1}   {ahead}")
    }
}

fn mean(rows: impl Iterator<Item = [f64; 3]>) -> [f64; 3] {
    let (mut sum, mut all) = ([0.0; 3], 0.0f64);
    for row in rows {
        (0..3).for_each(|k| sum[k] += row[k]);
        all += 1.0;
    }
    sum.map(|s| 100.0 * s / all.max(1.0))
}

/// Mean and 95 % interval of differences, from 1,000 samples, times a hundred.
fn interval(differences: &[f64]) -> (f64, f64, f64) {
    let mut random = Random(20_261_125);
    let all = differences.len().max(1) as f64;
    let mut means: Vec<f64> = (0..1000)
        .map(|_| differences.iter().map(|_| differences[random.below(differences.len())]).sum::<f64>() * 100.0 / all)
        .collect();
    means.sort_by(f64::total_cmp);
    (differences.iter().sum::<f64>() * 100.0 / all, means[25], means[974])
}

/// The library's summary as one text.
fn ours(vb: &Analyzer, text: &str, title: Option<&str>, limit: Limit) -> String {
    let mut wanted = Summarizer::new(limit);
    if let Some(title) = title {
        wanted = wanted.title(title);
    }
    let summary = vb.read(text).summarize(&wanted);
    summary.sentences.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Prints every figure that the ranker is held against, and gives ROUGE-1 with title at 35 syllables.
pub fn eval(data: &Path) -> Result<f64, String> {
    let articles = articles(&data.join("summaries/news-dev.jsonl.xz"))?;
    let rouge = news(&articles)?;
    leads(&articles);
    clusters::eval(data)?;
    pages::eval(data)?;
    Ok(rouge)
}

/// Prints the table and gives ROUGE-1 with title at 35 syllables.
fn news(articles: &[Article]) -> Result<f64, String> {
    let vb = Analyzer::new();
    let mut syllables = Syllables::default();
    let names = [
        "lead, 35 syllables",
        "lead, 1 sentence",
        "lead, 2 sentences",
        "lead, 3 sentences",
        "TextRank, 35 syllables",
        "TextRank, 2 sentences",
        "LexRank, 35 syllables",
        "LexRank, 2 sentences",
        "vanban, 35 syllables",
        "vanban, 1 sentence",
        "vanban, 2 sentences",
        "vanban, 3 sentences",
        "vanban, no title, 35",
        "vanban, joined lines, 35",
        "vanban, lead absent, 35",
    ];
    let mut runs: Vec<Run> = names.iter().map(|_| Run::default()).collect();
    for article in articles {
        let reference = syllables.of(&article.summary);
        let lines: Vec<Vec<u32>> = article.text.lines().map(|l| syllables.of(l)).filter(|s| !s.is_empty()).collect();
        let order: Vec<usize> = (0..lines.len()).collect();
        let text_rank = peers::text_rank(&lines);
        let lex_rank = peers::lex_rank(&lines);
        let budget = |order: &[usize]| peers::within(order, &lines, BUDGET);
        let first = |order: &[usize], n: usize| {
            let mut chosen: Vec<usize> = order.iter().copied().take(n).collect();
            chosen.sort_unstable();
            chosen
        };
        let chosen = [
            budget(&order),
            first(&order, 1),
            first(&order, 2),
            first(&order, 3),
            budget(&text_rank),
            first(&text_rank, 2),
            budget(&lex_rank),
            first(&lex_rank, 2),
        ];
        for (run, chosen) in runs.iter_mut().zip(chosen) {
            let summary: Vec<u32> = chosen.into_iter().flat_map(|n| lines[n].clone()).collect();
            run.add(&summary, &reference);
        }
        let title = Some(article.title.as_str());
        let joined = laid_out(article, false, true);
        let absent = Summarizer::new(Limit::Syllables(BUDGET)).title(article.title.as_str()).lead(Lead::Absent);
        let absent = vb.read(&article.text).summarize(&absent);
        let absent = absent.sentences.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ");
        let own = [
            ours(&vb, &article.text, title, Limit::Syllables(BUDGET)),
            ours(&vb, &article.text, title, Limit::Sentences(1)),
            ours(&vb, &article.text, title, Limit::Sentences(2)),
            ours(&vb, &article.text, title, Limit::Sentences(3)),
            ours(&vb, &article.text, None, Limit::Syllables(BUDGET)),
            ours(&vb, &joined, title, Limit::Syllables(BUDGET)),
            absent,
        ];
        for (run, summary) in runs[8..].iter_mut().zip(own) {
            run.add(&syllables.of(&summary), &reference);
        }
    }
    println!(
        "news-dev, {} articles: R-1 R-2 R-L, syllables, ahead of lead at 35 syllables [95 % interval]",
        articles.len()
    );
    for (run, name) in runs.iter().zip(names) {
        println!("{}", run.line(name, &runs[0]));
    }
    sumy(articles, &mut syllables, &runs[0])?;
    Ok(runs[8].mean()[0])
}

/// The lines of sumy's rankers, with their speed beside that of this library in the same run.
fn sumy(articles: &[Article], syllables: &mut Syllables, lead: &Run) -> Result<(), String> {
    let texts: Vec<String> = articles.iter().map(|a| a.text.replace('\t', " ").replace('\n', "\t")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let vb = Analyzer::new();
    let start = Instant::now();
    for article in articles {
        ours(&vb, &article.text, Some(&article.title), Limit::Sentences(2));
    }
    let own = start.elapsed().as_secs_f64();
    for name in ["TextRank", "LexRank"] {
        let Some(answer) = peer::run("summary.py", name, &texts)? else {
            println!("sumy {name}: skipped, not installed (pip install sumy)");
            continue;
        };
        let mut run = Run::default();
        for (line, article) in answer.lines.iter().zip(articles) {
            run.add(&syllables.of(line), &syllables.of(&article.summary));
        }
        let line = run.line(&format!("sumy {} {name}, 2", answer.version), lead);
        println!("{line}   speed {:.4} of vanban's", own / answer.seconds);
    }
    Ok(())
}

/// With the abstract put back as the first line: whether a sentence of it is ranked first, and among the first three.
fn leads(articles: &[Article]) {
    let vb = Analyzer::new();
    for (name, titled, joined) in
        [("lead put back", true, false), ("and lines joined", true, true), ("without title", false, false)]
    {
        let (mut first, mut three) = (0, 0);
        for article in articles {
            let text = laid_out(article, true, joined);
            let doc = vb.read(&text);
            let found = |n: usize| {
                let mut wanted = Summarizer::new(Limit::Sentences(n));
                if titled {
                    wanted = wanted.title(article.title.as_str());
                }
                doc.summarize(&wanted).sentences.iter().any(|s| s.span.start() < article.summary.len())
            };
            first += usize::from(found(1));
            three += usize::from(found(3));
        }
        let share = |n: usize| 100.0 * n as f64 / articles.len().max(1) as f64;
        println!(
            "{name}: a sentence of it first in {:.1} %, in the first three in {:.1} %",
            share(first),
            share(three)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    fn data() -> Option<std::path::PathBuf> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
        if !path.exists() {
            println!("skipped: needs ../shared, which is not here");
        }
        path.exists().then_some(path)
    }

    /// tools/rouge.py over the first sentences of two hundred articles gives the same means.
    #[test]
    fn scores_are_those_of_the_python() {
        let Some(data) = data() else { return };
        let articles = articles(&data.join("summaries/news-dev.jsonl.xz")).unwrap_or_default();
        let sample = &articles[..200];
        let first = |a: &Article| a.text.lines().take(2).collect::<Vec<_>>().join(" ").replace('\t', " ");
        let lines = |of: &dyn Fn(&Article) -> String| {
            sample.iter().map(|a| of(a).split_whitespace().collect::<Vec<_>>().join(" ") + "\n").collect::<String>()
        };
        let folder = std::env::temp_dir().join(format!("vanban-rouge-{}", std::process::id()));
        std::fs::create_dir_all(&folder).ok();
        let (mine, gold) = (folder.join("mine"), folder.join("gold"));
        std::fs::write(&mine, lines(&first)).ok();
        std::fs::write(&gold, lines(&|a: &Article| a.summary.clone())).ok();
        let out = Command::new("python3").arg(data.join("../tools/rouge.py")).arg(&mine).arg(&gold).output();
        std::fs::remove_dir_all(&folder).ok();
        let Ok(out) = out else {
            println!("skipped: the scorer needs python3");
            return;
        };
        let told = String::from_utf8_lossy(&out.stdout).into_owned();
        let line = told.lines().find(|l| l.starts_with("syl")).unwrap_or_default();
        let python: Vec<f64> = line.split(" F").skip(1).filter_map(|f| f.split(' ').next()?.parse().ok()).collect();
        let mut syllables = Syllables::default();
        let mut run = Run::default();
        sample.iter().for_each(|a| run.add(&syllables.of(&first(a)), &syllables.of(&a.summary)));
        for (k, own) in run.mean().iter().enumerate() {
            assert!((own - python[k]).abs() < 0.006, "{:?} {line}", run.mean());
        }
    }

    /// What the ranker must reach on a quarter of the articles; all of them are measured by `train eval summary`.
    #[test]
    fn ahead_of_the_first_sentences() {
        let Some(data) = data() else { return };
        let articles = articles(&data.join("summaries/news-dev.jsonl.xz")).unwrap_or_default();
        let vb = Analyzer::new();
        let mut syllables = Syllables::default();
        let (mut lead, mut own) = (Run::default(), Run::default());
        for article in articles.iter().step_by(4) {
            let reference = syllables.of(&article.summary);
            let lines: Vec<Vec<u32>> = article.text.lines().map(|l| syllables.of(l)).collect();
            let chosen = peers::within(&(0..lines.len()).collect::<Vec<_>>(), &lines, BUDGET);
            lead.add(&chosen.into_iter().flat_map(|n| lines[n].clone()).collect::<Vec<_>>(), &reference);
            let summary = ours(&vb, &article.text, Some(&article.title), Limit::Syllables(BUDGET));
            own.add(&syllables.of(&summary), &reference);
        }
        let (lead, own) = (lead.mean(), own.mean());
        for (k, least) in [3.5, 2.3, 2.5].into_iter().enumerate() {
            assert!(own[k] - lead[k] >= least, "{own:?} {lead:?}");
        }
    }
}
