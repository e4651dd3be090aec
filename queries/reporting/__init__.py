"""周报、月清单、人大整改报告附件: documents whose every figure is a KPI's, with where each is from."""
