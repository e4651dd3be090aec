"""督办文书 as DOCX: what a template may say, the shipped ones, the bureau's own, and filling one in."""
