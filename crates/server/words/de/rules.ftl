## Was Regeln verlangen.
