"""Drawing 督办升级: the ladder, what is proposed, decisions, letters and what is answered."""
