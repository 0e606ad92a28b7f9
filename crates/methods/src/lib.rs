//! The auditor's arithmetic: audit time, sampling, assignment.
