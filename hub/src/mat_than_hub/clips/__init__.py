"""Clips and stills: manifests, uploads, what is stored, how it is served."""
