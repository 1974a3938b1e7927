//! `vanban lint`

use crate::args::Lint;
use crate::failure::Failure;
use crate::run;

pub fn run(args: &Lint) -> Result<bool, Failure> {
    let mut found = false;
    for path in &args.dictionary {
        let name = path.display();
        match run::dictionary(path) {
            Ok(dictionary) => {
                for finding in dictionary.lint() {
                    found = true;
                    println!("{name}:{}: {}", finding.line, finding.message);
                }
            }
            // A dictionary that does not load is what lint is there to say.
            Err(Failure::Usage(message)) => {
                found = true;
                println!("{message}");
            }
            Err(other) => return Err(other),
        }
    }
    if found { Err(Failure::Found) } else { Ok(false) }
}
